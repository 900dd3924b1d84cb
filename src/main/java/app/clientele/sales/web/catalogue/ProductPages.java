package app.clientele.sales.web.catalogue;

import app.clientele.business.Businesses;
import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.Filter;
import app.clientele.sales.catalogue.Products.ProductDetails;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is sold over the counter: listed, described, taken out of the catalogue and back. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class ProductPages {
    static final String LIST = "/settings/products";

    private final Products products;
    private final TaxRates taxes;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    ProductPages(
            Products products,
            TaxRates taxes,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.products = products;
        this.taxes = taxes;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view, @RequestParam(defaultValue = "") String q) {
        return list(view, q, FormErrors.none());
    }

    private JteModel list(View view, String q, FormErrors errors) {
        String sought = q.isBlank() ? null : q.strip();
        return templates.salesProducts(
                view, products.list(new Filter(sought, true, null)), q.strip(), errors);
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        return templates.salesProduct(form(view, null, Typed.nothing()));
    }

    private CatalogueForm form(View view, @Nullable Product product, Typed typed) {
        var options =
                taxes.all(true).stream()
                        .filter(t ->
                                t.archivedAt() == null
                                        || t.id().toString().equals(typed.value("taxRateId")))
                        .map(t ->
                                new Option(
                                        t.id().toString(),
                                        view.t(
                                                "sales.tax.named",
                                                t.name(),
                                                t.percent().toPlainString())))
                        .toList();
        return new CatalogueForm(
                view,
                product == null ? view.t("sales.products.new") : product.name(),
                LIST,
                LIST + "/" + (product == null ? "new" : product.id()),
                typed,
                FormErrors.none(),
                options,
                CurrencyUnit.of(businesses.current().currency()));
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, null, new Typed(fields));
        return CatalogueForms.save(form, templates::salesProduct, () -> products.add(read(form)));
    }

    private ProductDetails read(CatalogueForm form) {
        return input.form(form.priced(), ProductDetails.class);
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        Product product = products.get(id);
        return templates.salesProduct(form(view, product, begun(view, product)));
    }

    private static Typed begun(View view, Product product) {
        return Typed.nothing()
                .with("name", product.name())
                .with("sku", product.sku())
                .with("barcode", product.barcode())
                .with("category", product.category())
                .with("price", MoneyText.amount(product.price(), view.locale()))
                .with("taxRateId", product.taxRateId())
                .with("_version", product.version());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, products.get(id), new Typed(fields));
        return CatalogueForms.save(
                form,
                templates::salesProduct,
                () -> products.change(id, read(form), form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        products.archive(id);
        return view.redirect(LIST, Toast.of("sales.catalogue.archived", products.get(id).name()));
    }

    @PostMapping(LIST + "/{id}/reopening")
    Object reopen(View view, @PathVariable UUID id) {
        try {
            products.reopen(id);
            return view.redirect(
                    LIST, Toast.of("sales.catalogue.reopened", products.get(id).name()));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(HttpStatus.CONFLICT, list(view, "", FormErrors.of("", why)));
        }
    }

    /** The categories in use, to be chosen from. */
    static List<String> categories(List<Product> all) {
        return all.stream().map(Product::category).filter(Objects::nonNull).distinct().toList();
    }
}
