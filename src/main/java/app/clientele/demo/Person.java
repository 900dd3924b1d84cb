package app.clientele.demo;

import app.clientele.customers.CustomerDetails;

/**
 * An invented customer.
 *
 * @param details what a business knows of them; the phones' normalised form is filled in
 * @param household the same for those who live together, who follow each other
 */
public record Person(CustomerDetails details, long household) {}
