package app.clientele.customers;

import app.clientele.shared.Permission;

/** Figures a module adds to what sums a customer up, told to those who may see them. */
public interface SummaryPart {
    Permission permission();

    /**
     * One scalar expression of SQL over {@code c}, the row of {@code customer}: a JSON object with
     * the figures by name. Tables in it are asked with {@code business_id = :business}.
     */
    String figures();
}
