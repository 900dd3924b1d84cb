package app.clientele.routes;

import app.clientele.shared.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.AntPathMatcher;

/**
 * Who may use a route, written down apart from the code that decides it: whoever changes one must
 * say so here.
 *
 * @param everybody without any session or key
 * @param oneOfEach the permissions needed, one out of each set; none at all for whoever is known
 */
record Who(boolean everybody, List<Set<Permission>> oneOfEach) {
    /** The first line that fits a route counts. {@code |} is or, {@code +} is and. */
    private static final List<String> TABLE =
            """
            *      /error                                     everybody
            *      /sign-in                                   everybody
            *      /sign-out                                  everybody
            *      /setup                                     everybody
            *      /password/*                                everybody
            *      /join/*                                    everybody
            *      /family/*                                  everybody
            *      /book/**                                   everybody
            GET    /feeds/*                                   everybody
            GET    /cards/**                                  everybody
            GET    /confirmed/*                               everybody
            *      /sandbox/**                                everybody
            POST   /webhooks/stripe/*                         everybody
            GET    /api/docs/**                               everybody
            GET    /api/v1/openapi.*                          everybody

            GET    /                                          anybody
            GET    /palette                                   anybody
            POST   /appearance                                anybody
            *      /account/**                                anybody

            GET    /customers/export.*                        profile.view + customer.export
            GET    /customers/bulk                            profile.view + profile.edit
            GET    /customers/bulk/**                         profile.view + tag.assign | profile.edit | profile.deactivate
            POST   /customers/bulk                            profile.view + profile.edit
            POST   /undo/bulk-*                               profile.view + profile.edit
            POST   /customers/display                         profile.view
            POST   /customers/views                           profile.view
            POST   /customers/views/**                        profile.view + settings.lists
            POST   /undo/view-*                               profile.view + settings.lists
            *      /customers/merge                           profile.view + customer.merge
            GET    /customers/merges/*                        profile.view + customer.merge
            GET    /customers/*/merge                         profile.view + customer.merge
            *      /customers/duplicates/**                   profile.view + customer.merge
            POST   /undo/merge-*                              profile.view + customer.merge
            POST   /undo/distinct-*                           profile.view + customer.merge
            GET    /customers/*/export                        profile.view + customer.export + profile.contact + note.view + history.view + appointment.view + sale.view + message.view
            GET    /customers/*/notes/**                      note.view
            POST   /customers/*/notes/**                      note.view + note.edit
            GET    /customers/*/history/lately                profile.view + history.view
            POST   /customers/*/history/*                     profile.view + history.restore + profile.edit
            POST   /customers/*/tags/*                        profile.view + tag.assign
            GET    /customers/*/alerts                        profile.view
            GET    /customers/*/alerts/**                     profile.view + note.edit
            POST   /customers/*/alerts/acknowledge            profile.view
            POST   /customers/*/alerts/**                     profile.view + note.edit
            *      /customers/*/erase                         profile.view + customer.erase
            POST   /customers/*/keep                          profile.view + customer.erase
            POST   /undo/erasure-*                            profile.view + customer.erase
            *      /customers/*/lock                          profile.view + profile.lock
            POST   /customers/*/unlock                        profile.view + profile.lock
            POST   /customers/*/deactivate                    profile.view + profile.deactivate
            POST   /customers/*/reactivate                    profile.view + profile.deactivate
            GET    /customers/*/family/create                 profile.view + family.edit
            POST   /customers/*/family/create                 profile.view + family.edit + profile.edit
            *      /customers/*/family/**                     profile.view + family.edit
            POST   /customers/*/copies/**                     profile.view + family.edit
            POST   /undo/relationship-*                       profile.view + family.edit
            GET    /customers/*/disliked-services/new         profile.view + appointment.edit
            POST   /customers/*/disliked-services             profile.view + appointment.edit
            POST   /customers/*/disliked-services/*/delete    appointment.edit
            *      /customers/*/disliked-services/**          profile.view + appointment.view + appointment.edit
            GET    /customers/*/prices/new                    profile.view + price.edit
            POST   /customers/*/own-fees/*/delete             price.edit
            *      /customers/*/own-fees/**                   profile.view + price.edit
            POST   /customers/*/prices                        profile.view + price.edit
            POST   /customers/*/prices/*/delete               price.edit
            *      /customers/*/prices/**                     profile.view + appointment.view + price.edit
            POST   /customers/*/online-booking/delete         appointment.edit
            *      /customers/*/online-booking/**             profile.view + appointment.view + appointment.edit
            GET    /customers/*/cards/*/removal               sale.view + sale.edit
            POST   /customers/*/cards/**                      sale.edit
            GET    /customers/*/passes/new                    profile.view + profile.edit
            GET    /customers/*/passes/**                     profile.view
            POST   /customers/*/passes/*/check-in             profile.view + appointment.edit + appointment.view
            POST   /customers/*/passes/**                     profile.view + profile.edit
            *      /passes/**                                 profile.view
            GET    /customers/*/account-credit/new            profile.view + sale.view + value.edit
            POST   /customers/*/account-credit/new            sale.view + value.edit
            *      /account-credit/**                         sale.view + value.edit
            GET    /fees/*                                    sale.view
            GET    /customers/*/credits/new                   profile.view + sale.view + value.edit
            POST   /customers/*/credits/new                   sale.view + value.edit
            GET    /customers/*/packages/new                  profile.view + sale.view + sale.edit
            GET    /credits/*                                 profile.view + sale.view
            POST   /credits/**                                sale.view + value.edit
            GET    /bought-packages/*                         profile.view + sale.view
            POST   /bought-packages/**                        sale.view + value.edit
            POST   /appointments/*/credit                     sale.edit
            POST   /appointments/*/credit/giving-back         sale.edit
            GET    /customers/*/points/new                    profile.view + sale.view + value.edit
            POST   /customers/*/points/new                    sale.view + value.edit
            *      /settings/points/**                        settings.sales
            *      /settings/points                           settings.sales
            *      /settings/packages/**                      settings.sales
            *      /settings/packages                         settings.sales
            GET    /customers/*/memberships/new               profile.view + sale.view + sale.edit
            POST   /customers/*/memberships/new               sale.view + sale.edit
            GET    /memberships/*/plan                        sale.view + sale.edit
            GET    /memberships/*                             sale.view
            POST   /memberships/**                            sale.view + sale.edit
            POST   /fees/**                                   sale.view + sale.edit
            GET    /gift-cards/*/pdf                          sale.view + value.code
            GET    /gift-cards/new                            sale.view + value.edit
            GET    /gift-cards/**                             sale.view
            POST   /gift-cards/*/mail                         sale.view + sale.edit
            POST   /gift-cards/*/refund                       sale.view + sale.refund
            POST   /gift-cards/**                             sale.view + value.edit
            GET    /payments/*                                sale.view
            GET    /orders/*                                  sale.view
            *      /orders/**                                 sale.view + sale.edit
            GET    /invoices/**                               sale.view
            POST   /invoices/*/mail                           sale.view + sale.edit
            POST   /invoices/*/void                           sale.view + sale.void
            POST   /invoices/*/payments                       sale.view + sale.edit
            POST   /payments/*/cancellation                   sale.view + sale.edit
            POST   /payments/*/dispute                        sale.view + sale.refund
            POST   /payments/*/refund                         sale.view + sale.refund
            *      /ious/*/void                               sale.view + sale.void
            GET    /sales/exceptions.csv                      sale.view + customer.export
            GET    /sales/**                                  sale.view
            GET    /messages/*/attachment                     message.view + sale.view
            GET    /messages/**                               message.view
            GET    /today/**                                  appointment.view
            *      /today/**                                  appointment.view + appointment.edit
            *      /calendar/**                               appointment.view
            GET    /appointments/create/**                    appointment.view + appointment.edit
            POST   /appointments/create                       appointment.view + appointment.edit + profile.view
            GET    /appointments/*                            appointment.view
            *      /appointments/**                           appointment.view + appointment.edit
            GET    /waitlist                                  appointment.view
            *      /waitlist/**                               appointment.view + appointment.edit
            GET    /requests                                  appointment.view
            *      /requests/**                               appointment.view + appointment.edit
            POST   /customers/*/suggested-changes/**          profile.edit
            GET    /classes                                   appointment.view
            GET    /classes/*                                 appointment.view
            *      /classes/**                                appointment.view + appointment.edit
            POST   /undo/class-*                              settings.services
            POST   /undo/branch-*                             settings.business
            POST   /undo/colleague-*                          settings.team
            POST   /undo/catalogue-*                          settings.services
            POST   /undo/*-entry-*                            settings.lists
            POST   /undo/field-*                              settings.lists
            POST   /undo/*                                    profile.edit | note.edit | tag.assign | family.edit | appointment.edit | price.edit
            POST   /customers/new/duplicates                  profile.view + profile.edit
            *      /customers/new/**                          profile.edit
            GET    /customers/*/edit                          profile.view + profile.edit
            GET    /customers/*/fields/*/edit                 profile.view + profile.edit
            GET    /customers/*/custom/*/edit                 profile.view + profile.edit
            POST   /customers/*/**                            profile.view + profile.edit
            GET    /customers/**                              profile.view

            GET    /settings                                  anybody
            *      /settings/business                         settings.business
            *      /settings/branches/**                      settings.business
            *      /settings/services/**                      settings.services
            *      /settings/classes/**                       settings.services
            *      /settings/booking                          settings.business
            *      /settings/products/**                      settings.sales
            *      /settings/taxes/**                         settings.sales
            *      /settings/tenders/**                       settings.sales
            *      /settings/invoices                         settings.sales
            *      /settings/fees/**                          settings.sales
            *      /settings/memberships/**                   settings.sales
            *      /settings/memberships                      settings.sales
            *      /settings/gift-cards                       settings.sales
            *      /settings/payment-gateway                  settings.sales
            *      /settings/team/**                          settings.team
            *      /settings/roles/**                         settings.team
            *      /settings/lists/**                         settings.lists
            *      /settings/fields/**                        settings.lists
            *      /settings/keys/**                          settings.keys
            GET    /settings/exports                          settings.team
            GET    /settings/erasures/**                      customer.erase
            POST   /settings/erasures/rule                    customer.erase + settings.business
            *      /imports/**                                customer.import

            GET    /api/v1/customers/export.*                 profile.view + customer.export
            GET    /api/v1/customers/duplicates               profile.view + customer.merge
            *      /api/v1/customers/*/distinct-from/*        profile.view + customer.merge
            *      /api/v1/merges/**                          profile.view + customer.merge
            GET    /api/v1/customers/*/export                 profile.view + customer.export + profile.contact + note.view + history.view + appointment.view + sale.view + message.view
            GET    /api/v1/customer-exports                   settings.team
            *      /api/v1/customers/*/erasure                customer.erase
            PUT    /api/v1/customers/*/retention              customer.erase
            GET    /api/v1/erasures                           customer.erase
            GET    /api/v1/retention-notices                  customer.erase
            GET    /api/v1/erasure-rule                       anybody
            *      /api/v1/erasure-rule                       settings.business
            GET    /api/v1/bulk-changes/*                     profile.view + tag.assign | profile.edit | profile.deactivate
            *      /api/v1/bulk-changes/**                    profile.view + profile.edit
            GET    /api/v1/customer-views/**                  profile.view
            POST   /api/v1/customer-views                     profile.view
            *      /api/v1/customer-views/*                   profile.view + settings.lists
            PATCH  /api/v1/customers/*/notes/*                note.view + note.edit
            POST   /api/v1/customers/*/notes/*/restoration    note.view + note.edit
            GET    /api/v1/customers/*/notes/**               note.view
            *      /api/v1/customers/*/notes/**               note.edit
            GET    /api/v1/customers/*/changes                history.view
            POST   /api/v1/customers/*/changes/*/reversal     history.restore + profile.edit
            *      /api/v1/customers/*/tags/*                 tag.assign
            GET    /api/v1/customers/*/photo                  profile.view
            *      /api/v1/customers/*/photo                  profile.view + profile.edit
            GET    /api/v1/customers/*/alerts/**              profile.view
            PUT    /api/v1/customers/*/alerts/*/acknowledgement profile.view
            *      /api/v1/customers/*/alerts/**              profile.view + note.edit
            GET    /api/v1/customers/*/lock                   profile.view
            *      /api/v1/customers/*/lock                   profile.view + profile.lock
            *      /api/v1/customers/*/deactivation           profile.view + profile.deactivate
            GET    /api/v1/customers/*/addresses/**           profile.view
            DELETE /api/v1/customers/*/addresses/*            profile.contact + profile.edit
            POST   /api/v1/customers/*/addresses              profile.view + profile.contact + profile.edit
            PATCH  /api/v1/customers/*/addresses/*            profile.contact + profile.edit
            GET    /api/v1/customers/*/may-book               appointment.view
            GET    /api/v1/customers/*/disliked-services/**   appointment.view
            *      /api/v1/customers/*/disliked-services/**   appointment.view + appointment.edit
            GET    /api/v1/customers/*/prices/**              appointment.view
            *      /api/v1/customers/*/prices/**              appointment.view + price.edit
            GET    /api/v1/customers/*/online-booking         appointment.view
            *      /api/v1/customers/*/online-booking         appointment.view + appointment.edit
            GET    /api/v1/booking-settings                   anybody
            *      /api/v1/booking-settings                   settings.business
            GET    /api/v1/customers/*/booking-requests       appointment.view
            GET    /api/v1/customers/*/suggested-changes      profile.view
            POST   /api/v1/customers/*/suggested-changes/**   profile.edit
            GET    /api/v1/booking-requests/**                appointment.view
            POST   /api/v1/booking-requests/**                appointment.view + appointment.edit
            POST   /api/v1/online-bookings                    appointment.view + appointment.edit
            POST   /api/v1/online-waitlist                    appointment.view + appointment.edit
            GET    /api/v1/waitlist/**                        appointment.view
            *      /api/v1/waitlist/**                        appointment.view + appointment.edit
            GET    /api/v1/customers/*/waitlist               appointment.view
            GET    /api/v1/customers/*/orders                 sale.view
            GET    /api/v1/customers/*/invoices               sale.view
            GET    /api/v1/customers/*/payments               sale.view
            GET    /api/v1/customers/*/ious                   sale.view
            GET    /api/v1/customers/*/cards/**               sale.view
            *      /api/v1/customers/*/cards/**               sale.edit
            POST   /api/v1/customers/*/card-links             sale.edit
            GET    /api/v1/customers/*/purchases              sale.view
            GET    /api/v1/customers/*/gift-cards             sale.view
            GET    /api/v1/customers/*/fees                   sale.view
            GET    /api/v1/customers/*/own-fees/**            sale.view | price.edit
            *      /api/v1/customers/*/own-fees/**            price.edit
            GET    /api/v1/fees/**                            sale.view
            GET    /api/v1/customers/*/packages               sale.view
            GET    /api/v1/customers/*/credits                sale.view
            POST   /api/v1/customers/*/credits                sale.view + value.edit
            GET    /api/v1/bought-packages/*                  sale.view
            POST   /api/v1/bought-packages/**                 sale.view + value.edit
            GET    /api/v1/credits/**                         sale.view
            POST   /api/v1/credits/**                         sale.view + value.edit
            GET    /api/v1/appointments/*/credit              sale.view
            *      /api/v1/appointments/*/credit              sale.view + sale.edit
            GET    /api/v1/packages/**                        sale.view | settings.sales
            *      /api/v1/packages/**                        settings.sales
            GET    /api/v1/credit-settings                    sale.view | settings.sales
            *      /api/v1/credit-settings                    settings.sales
            GET    /api/v1/customers/*/points/**              sale.view
            POST   /api/v1/customers/*/points                 sale.view + value.edit
            GET    /api/v1/points/*                           sale.view
            *      /api/v1/point-rules/**                     settings.sales
            GET    /api/v1/point-settings                     sale.view | settings.sales
            *      /api/v1/point-settings                     settings.sales
            GET    /api/v1/customers/*/memberships            sale.view
            POST   /api/v1/customers/*/memberships            sale.view + sale.edit
            GET    /api/v1/membership-settings                sale.view | settings.sales
            *      /api/v1/membership-settings                settings.sales
            GET    /api/v1/memberships/**                     sale.view
            *      /api/v1/memberships/**                     sale.view + sale.edit
            GET    /api/v1/membership-plans/**                sale.view | settings.sales
            *      /api/v1/membership-plans/**                settings.sales
            POST   /api/v1/fees/**                            sale.view + sale.edit
            GET    /api/v1/fee-rules/**                       sale.view | settings.sales
            *      /api/v1/fee-rules/**                       settings.sales
            GET    /api/v1/gift-card-totals                   sale.view
            GET    /api/v1/gift-cards/**                      sale.view
            POST   /api/v1/gift-cards/*/message               sale.view + sale.edit
            POST   /api/v1/gift-cards/*/refund                sale.view + sale.refund
            POST   /api/v1/gift-cards/**                      sale.view + value.edit
            GET    /api/v1/gift-card-settings                 anybody
            *      /api/v1/gift-card-settings                 settings.sales
            GET    /api/v1/passes                             profile.view
            GET    /api/v1/customers/*/account-credit/**      sale.view
            POST   /api/v1/customers/*/account-credit         sale.view + value.edit
            GET    /api/v1/account-credit/*                   sale.view
            POST   /api/v1/account-credit/**                  sale.view + value.edit
            GET    /api/v1/verification                       settings.sales
            GET    /api/v1/price-exceptions                   sale.view
            GET    /api/v1/day-close                          sale.view
            GET    /api/v1/orders/**                          sale.view
            *      /api/v1/orders/**                          sale.view + sale.edit
            POST   /api/v1/appointments/*/order               sale.view + sale.edit
            GET    /api/v1/invoices/**                        sale.view
            POST   /api/v1/invoices/*/voiding                 sale.view + sale.void
            POST   /api/v1/invoices/*/message                 sale.view + sale.edit
            GET    /api/v1/payments/**                        sale.view
            POST   /api/v1/payments/*/refunds                 sale.view + sale.refund
            POST   /api/v1/payments/*/cancellation            sale.view + sale.edit
            PUT    /api/v1/payments/*/dispute/seen            sale.view + sale.refund
            GET    /api/v1/ious/**                            sale.view
            POST   /api/v1/ious/*/voiding                     sale.view + sale.void
            GET    /api/v1/products/**                        anybody
            *      /api/v1/products/**                        settings.sales
            GET    /api/v1/tax-rates/**                       anybody
            *      /api/v1/tax-rates/**                       settings.sales
            GET    /api/v1/own-tenders/**                     anybody
            *      /api/v1/own-tenders/**                     settings.sales
            GET    /api/v1/payment-gateway                    anybody
            *      /api/v1/payment-gateway                    settings.sales
            GET    /api/v1/invoice-settings                   anybody
            *      /api/v1/invoice-settings                   settings.sales
            GET    /api/v1/customers/*/messages               message.view
            GET    /api/v1/customers/*/appointments           appointment.view
            *      /api/v1/calendar-feeds/**                  appointment.view
            GET    /api/v1/customers/*/classes                appointment.view
            GET    /api/v1/classes/**                         anybody
            *      /api/v1/classes/**                         settings.services
            GET    /api/v1/class-series/**                    appointment.view
            *      /api/v1/class-series/**                    appointment.view + settings.services
            GET    /api/v1/class-*/**                         appointment.view
            *      /api/v1/class-*/**                         appointment.edit + appointment.view
            GET    /api/v1/appointments/**                    appointment.view
            *      /api/v1/appointments/**                    appointment.edit + appointment.view
            POST   /api/v1/visits                             appointment.edit + appointment.view
            GET    /api/v1/visits/*                           appointment.view
            GET    /api/v1/appointment-series/*               appointment.view
            POST   /api/v1/appointment-series                 appointment.edit + appointment.view
            GET    /api/v1/messages/*/attachment              message.view + sale.view
            GET    /api/v1/messages/**                        message.view
            GET    /api/v1/customers/**                       profile.view
            *      /api/v1/customers/*/relationships/**       profile.view + family.edit
            *      /api/v1/customers/*/copies/**              profile.view + family.edit
            POST   /api/v1/customers/*/weights                profile.view + profile.edit
            *      /api/v1/customers/**                       profile.edit
            *      /api/v1/imports/**                         customer.import

            GET    /api/v1/business                           anybody
            *      /api/v1/business                           settings.business
            GET    /api/v1/branches/**                        anybody
            *      /api/v1/branches/**                        settings.business
            GET    /api/v1/availability                       appointment.view
            POST   /api/v1/availability/visits                appointment.view
            GET    /api/v1/services/**                        anybody
            *      /api/v1/services/**                        settings.services
            GET    /api/v1/service-categories/**              anybody
            *      /api/v1/service-categories/**              settings.lists
            GET    /api/v1/staff/**                           anybody
            *      /api/v1/staff/**                           settings.team
            *      /api/v1/roles/**                           settings.team
            GET    /api/v1/tags/**                            anybody
            *      /api/v1/tags/**                            settings.lists
            GET    /api/v1/statuses/**                        anybody
            *      /api/v1/statuses/**                        settings.lists
            GET    /api/v1/genders/**                         anybody
            *      /api/v1/genders/**                         settings.lists
            GET    /api/v1/custom-fields/**                   anybody
            *      /api/v1/custom-fields/**                   settings.lists
            GET    /api/v1/referral-methods/**                anybody
            *      /api/v1/referral-methods/**                settings.lists
            """
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();

    private static final AntPathMatcher PATTERNS = new AntPathMatcher();

    /** Nothing is open that nobody spoke of. */
    static Who may(Route route) {
        return TABLE.stream()
                .map(line -> line.split("\\s+", 3))
                .filter(line -> line[0].equals("*") || line[0].equals(route.method()))
                .filter(line -> PATTERNS.match(line[1], route.pattern()))
                .findFirst()
                .map(line -> parse(line[2].strip()))
                .orElseThrow(() ->
                        new AssertionError(
                                "Nothing says who may use " + route + ": see Who.TABLE"));
    }

    private static Who parse(String words) {
        return switch (words) {
            case "everybody" -> new Who(true, List.of());
            case "anybody" -> new Who(false, List.of());
            default ->
                    new Who(
                            false,
                            Arrays.stream(words.split(" \\+ ", -1)).map(Who::oneOf).toList());
        };
    }

    private static Set<Permission> oneOf(String words) {
        return Arrays.stream(words.split(" \\| ", -1))
                .map(word -> Permission.of(word).orElseThrow(() -> new AssertionError(word)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    boolean allows(Set<Permission> has) {
        return everybody
                || oneOfEach.stream().allMatch(some -> some.stream().anyMatch(has::contains));
    }

    /** No more than what is needed. */
    Set<Permission> least() {
        Set<Permission> least = EnumSet.noneOf(Permission.class);
        oneOfEach.forEach(some -> least.add(some.iterator().next()));
        return least;
    }

    /** Everything but what is needed, once for each need. */
    List<Set<Permission>> almost() {
        return oneOfEach.stream()
                .<Set<Permission>>map(some -> EnumSet.complementOf(EnumSet.copyOf(some)))
                .toList();
    }
}
