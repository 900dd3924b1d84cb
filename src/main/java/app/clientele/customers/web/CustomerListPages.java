package app.clientele.customers.web;

import app.clientele.customers.CustomerFilter;
import app.clientele.customers.CustomerList;
import app.clientele.customers.CustomerRow;
import app.clientele.shared.Invalid;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of customers, searched as one types. */
@Controller
class CustomerListPages {
    private static final int SHOWN = 50;

    private final CustomerList list;
    private final Templates templates;

    CustomerListPages(CustomerList list, Templates templates) {
        this.list = list;
        this.templates = templates;
    }

    /** Until there is a day to look at, work begins with the list. */
    @GetMapping("/")
    Object start(View view) {
        return view.redirect("/customers");
    }

    @GetMapping("/customers")
    Object list(
            View view,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(required = false) @Nullable String cursor) {
        CustomerFilter filter = filter(params);
        CustomerList.Slice<CustomerRow> page = list.page(filter, null, cursor, SHOWN);
        var shown =
                new ShownList(
                        page.rows(),
                        list.count(filter),
                        filter.q(),
                        address(params, page.previous()),
                        address(params, page.next()));
        return view.htmx()
                ? templates.customersPeople(view, shown)
                : templates.customersList(view, shown);
    }

    /** An address typed wrongly shows everybody rather than an error. */
    private CustomerFilter filter(MultiValueMap<String, String> params) {
        try {
            return list.filter(params);
        } catch (Invalid e) {
            return list.filter(MultiValueMap.fromSingleValue(java.util.Map.of()));
        }
    }

    private static @Nullable String address(
            MultiValueMap<String, String> params, @Nullable String cursor) {
        return cursor == null
                ? null
                : UriComponentsBuilder.fromPath("/customers")
                        .queryParams(params)
                        .replaceQueryParam("cursor", cursor)
                        .encode(StandardCharsets.UTF_8)
                        .build()
                        .toUriString();
    }
}
