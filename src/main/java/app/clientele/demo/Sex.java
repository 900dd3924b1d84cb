package app.clientele.demo;

/** Which form of a name somebody bears. What they say of themselves is another matter. */
enum Sex {
    FEMALE,
    MALE
}
