package app.clientele.demo;

import app.clientele.business.Branches.BranchDetails;
import app.clientele.business.SetUp;
import java.util.List;

/** One of the invented businesses. */
record DemoBusiness(
        String slug,
        String name,
        String kind,
        String country,
        String currency,
        String zone,
        String language,
        String owner,
        String desk,
        String practitioner,
        List<BranchDetails> branches) {
    static final List<DemoBusiness> ALL =
            List.of(
                    new DemoBusiness(
                            "lumen",
                            "Lumen Day Spa",
                            "spa",
                            "NL",
                            "EUR",
                            "Europe/Amsterdam",
                            "en",
                            "Sanne Verhoeven",
                            "Noor Bakker",
                            "Ilse de Graaf",
                            List.of(
                                    branch(
                                            "Lumen Utrecht",
                                            "Oudegracht 214",
                                            "3511 NR",
                                            "Utrecht",
                                            "NL",
                                            "Europe/Amsterdam",
                                            "+31 30 555 0142"),
                                    branch(
                                            "Lumen Amersfoort",
                                            "Langestraat 63",
                                            "3811 AC",
                                            "Amersfoort",
                                            "NL",
                                            "Europe/Amsterdam",
                                            "+31 33 555 0187"))),
                    new DemoBusiness(
                            "atelier",
                            "Atelier Hair & Skin",
                            "medspa",
                            "IE",
                            "EUR",
                            "Europe/Dublin",
                            "en",
                            "Aoife Brennan",
                            "Ciara Walsh",
                            "Dr Niamh Kelly",
                            List.of(
                                    branch(
                                            "Atelier Dublin",
                                            "18 Drury Street",
                                            "D02 X427",
                                            "Dublin",
                                            "IE",
                                            "Europe/Dublin",
                                            "+353 1 555 0134"))),
                    new DemoBusiness(
                            "pawfolk",
                            "Pawfolk Pet Sitting",
                            "pet",
                            "US",
                            "USD",
                            "America/New_York",
                            "en",
                            "Jordan Ellis",
                            "Priya Raman",
                            "Marcus Boyd",
                            List.of(
                                    branch(
                                            "Pawfolk Brooklyn",
                                            "412 Union Street",
                                            "11231",
                                            "Brooklyn",
                                            "US",
                                            "America/New_York",
                                            "+1 718 555 0163"))));

    private static BranchDetails branch(
            String name,
            String street,
            String postcode,
            String city,
            String country,
            String zone,
            String phone) {
        return new BranchDetails(name, street, postcode, city, null, country, zone, phone, null);
    }

    SetUp setUp(String password) {
        return new SetUp(
                name,
                kind,
                country,
                currency,
                zone,
                language,
                owner,
                "owner@" + slug + ".example",
                password);
    }
}
