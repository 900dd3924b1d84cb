@org.jspecify.annotations.NullMarked
package app.clientele.imports;
