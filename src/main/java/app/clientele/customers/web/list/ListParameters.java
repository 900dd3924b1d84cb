package app.clientele.customers.web.list;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes to readers of the API what a list of customers can be narrowed and sorted by. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Any part of a name, e-mail, phone or number; forgives slips",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Any of these statuses, by name or id",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            description = "Any of these tags, by name or id",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "tagAll",
            in = ParameterIn.QUERY,
            description = "All of these tags, by name or id",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "email",
            in = ParameterIn.QUERY,
            description = "This whole address",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "phone",
            in = ParameterIn.QUERY,
            description = "This whole number, in any form",
            schema = @Schema(type = "string")),
    @Parameter(name = "externalId", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "hasEmail", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
    @Parameter(name = "hasPhone", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
    @Parameter(
            name = "birthdayMonth",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "12")),
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "BCP 47 tag",
            schema = @Schema(type = "string")),
    @Parameter(name = "gender", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(
            name = "createdVia",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"page", "api", "import", "portal", "form", "job"})),
    @Parameter(
            name = "referralMethod",
            in = ParameterIn.QUERY,
            description = "By name or id",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "referredBy",
            in = ParameterIn.QUERY,
            description = "Customers this customer brought",
            schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
            name = "importId",
            in = ParameterIn.QUERY,
            description = "Made by this import",
            schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
            name = "company",
            in = ParameterIn.QUERY,
            description = "What the name of their company begins with",
            schema = @Schema(type = "string")),
    @Parameter(name = "taxExempt", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
    @Parameter(
            name = "preferredBranchId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
            name = "preferredStaffId",
            in = ParameterIn.QUERY,
            description = "Any of these among the preferred staff",
            array = @ArraySchema(schema = @Schema(type = "string", format = "uuid"))),
    @Parameter(
            name = "barredStaffId",
            in = ParameterIn.QUERY,
            description = "Any of these among the staff they must not be booked with",
            array = @ArraySchema(schema = @Schema(type = "string", format = "uuid"))),
    @Parameter(
            name = "createdWithin",
            in = ParameterIn.QUERY,
            description = "Made in the last so many days",
            schema = @Schema(type = "integer", minimum = "1", maximum = "3650")),
    @Parameter(
            name = "createdFrom",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "createdTo",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "sinceFrom",
            in = ParameterIn.QUERY,
            description = "Customer since this day or later",
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "sinceTo",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "updatedSince",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "locked",
            in = ParameterIn.QUERY,
            description = "Whether the profile is locked",
            schema = @Schema(type = "boolean")),
    @Parameter(
            name = "deactivated",
            in = ParameterIn.QUERY,
            description = "Those out of use are left out unless asked for",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"without", "with", "only"})),
    @Parameter(
            name = "erasure",
            in = ParameterIn.QUERY,
            description =
                    "Only those who wait to be erased, left out otherwise; or those whom the rule"
                            + " for people not seen for long will erase",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"waiting", "flagged"})),
    @Parameter(
            name = "customFields.key",
            in = ParameterIn.QUERY,
            description =
                    "Of the custom field with this key, any of these values; options by key or label."
                            + " Also customFields.key.from and .to for numbers and dates, .starts for"
                            + " text, .has=true or false for whether it is filled in",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "relevance, name, name_descending, number, newest, oldest, recently_updated,"
                            + " updated, birthday, or customFields.key, perhaps with .descending",
            schema = @Schema(type = "string"))
})
public @interface ListParameters {}
