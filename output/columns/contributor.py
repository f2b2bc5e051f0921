"""The columns of the tables about people, institutions and money."""

from __future__ import annotations

from output.column import Column, article_id_column, position_column

FUNDING_KINDS = ("research", "open_access_fee", "none_declared")

AUTHORS = (
    article_id_column("Article this is an author of."),
    position_column("Place in the list of authors, from 1."),
    Column("name", "text", "Name as printed."),
    Column("family", "text", "Family name; null for a collective."),
    Column("given", "text", "Given names or initials."),
    Column("suffix", "text", "Generational suffix, e.g. `Jr`."),
    Column("is_collective", "boolean", "Whether the author is a group, not a person.", required=True),
    Column("orcid", "text", "ORCID iD, `0000-0002-1825-0097`.", pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"),
    Column(
        "is_corresponding",
        "boolean",
        "Whether this is a corresponding author; null where the page names none at all.",
    ),
    Column("email", "text", "E-mail address; personal data, null unless asked for."),
    Column("affiliations", "texts", "Affiliations as printed, in order."),
)

AFFILIATIONS = (
    article_id_column("Article of the author."),
    Column("author_position", "integer", "`position` of the author.", "derived", required=True, minimum=1),
    position_column("Place in the author's list of affiliations, from 1."),
    Column("name", "text", "Affiliation as printed.", required=True),
    Column("institution", "text", "The institution named in it.", "derived"),
    Column("city", "text", "The city named in it.", "derived"),
    Column(
        "country",
        "text",
        "Country, ISO 3166-1 alpha-2; of the institution where the address names none and `ror_id` is known.",
        "derived",
        pattern=r"^[A-Z]{2}$",
    ),
    Column(
        "ror_id",
        "text",
        "ROR id of the institution; null unless a registry is loaded and the address can mean no other body.",
        "registry",
    ),
)

FUNDING = (
    article_id_column("Article that was funded."),
    position_column("Place in the article's list of funder–award pairs, from 1."),
    Column(
        "kind",
        "text",
        "Money for the research, for open access, or a statement that there was none.",
        "derived",
        required=True,
        values=FUNDING_KINDS,
    ),
    Column("funder_name", "text", "Funder as printed; null for an award whose funder is not stated."),
    Column(
        "funder_id",
        "text",
        "ROR id of the funder, by what the page gives or by its name where that means one body only; where ROR is not "
        "known to have it, the identifier that the page or the Crossref Funder Registry gives (`10.13039/…`).",
        "registry",
    ),
    Column("award_id", "text", "Grant or award number as printed; null for a funder without one."),
    Column("scheme", "text", "Programme or scheme of the award."),
    Column("recipient", "text", "To whom the award went, as printed (often initials)."),
    Column("text", "text", "The span of text that the row was read from."),
    Column("source", "text", "Place on the page that gave the row, `kind:place`.", "derived"),
)
