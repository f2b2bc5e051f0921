"""Names of countries and regions in addresses, beyond those of ISO 3166. Folded: lower case, letters only."""

from __future__ import annotations

#: Spellings of addresses by alpha-2 code, divided by "|". Former states without a code are not listed.
ALIASES: dict[str, str] = {
    "US": (
        "usa|us|united states|united states of america|america|the united states|the united states of america"
    ),
    "GB": (
        "uk|united kingdom|the united kingdom|england|scotland|wales|northern ireland|"
        "great britain|britain|gb"
    ),
    "CN": (
        "china|pr china|prc|people s republic of china|peoples republic of china|"
        "peoples r china|mainland china|the people s republic of china|chine|中国|中华人民共和国|"
        "p r of china"
    ),
    "KR": (
        "korea|south korea|republic of korea|korea republic|rok|korea south|s korea|"
        "the republic of korea|한국|대한민국|republic of south korea|corea del sur"
    ),
    "KP": "north korea|dpr korea|dprk|democratic people s republic of korea",
    "RU": "russia|russian federation|the russian federation|россия",
    "IR": "iran|ir iran|islamic republic of iran|i r iran",
    "VN": "vietnam|viet nam|socialist republic of vietnam",
    "TW": ("taiwan|taiwan roc|roc|republic of china|taiwan republic of china|chinese taipei|台灣|台湾"),
    "HK": "hong kong|hong kong sar|hongkong|hong kong sar china|hong kong china|hksar",
    "MO": "macau|macao|macau sar|macao sar",
    "CZ": "czech republic|czechia|the czech republic",
    "TR": "turkey|turkiye|republic of turkey|turquie",
    "NL": "netherlands|the netherlands|holland|nederland|pays bas",
    "DE": ("deutschland|germany|frg|west germany|allemagne|federal republic of germany|alemania|alemanha"),
    "ES": "espana|spain|espagne|espanha",
    "FR": "france|republique francaise|francia",
    "BR": "brasil|brazil|bresil",
    "MX": "mexico|mexique|df mexico",
    "IT": "italia|italy|italie",
    "AT": "osterreich|austria|autriche",
    "CH": "schweiz|suisse|svizzera|switzerland|suiza",
    "BE": "belgique|belgie|belgium|belgien",
    "SE": "sverige|sweden",
    "NO": "norge|norway",
    "DK": "danmark|denmark",
    "FI": "suomi|finland",
    "PL": "polska|poland",
    "PT": "portugal",
    "GR": "greece|hellas|hellenic republic",
    "JP": "japan|japon|日本",
    "SA": "saudi arabia|kingdom of saudi arabia|ksa",
    "AE": "uae|united arab emirates|the united arab emirates",
    "CI": "ivory coast|cote d ivoire",
    "CD": "democratic republic of the congo|democratic republic of congo|dr congo|drc|zaire",
    "CG": "republic of the congo|congo brazzaville|congo",
    "TZ": "tanzania",
    "BO": "bolivia",
    "VE": "venezuela",
    "MD": "moldova",
    "MK": "macedonia|north macedonia|fyrom|republic of macedonia",
    "SY": "syria",
    "LA": "laos|lao pdr",
    "PS": "palestine|state of palestine|palestinian territories",
    "BN": "brunei|brunei darussalam",
    "SZ": "swaziland",
    "MM": "burma",
    "CV": "cape verde",
    "GM": "the gambia|gambia",
    "BS": "the bahamas|bahamas",
    "PH": "the philippines|philippines|philippine",
    "SK": "slovakia|slovak republic",
    "RS": "serbia|republic of serbia",
    "FM": "micronesia",
    "VA": "vatican|vatican city",
    "IE": "ireland|republic of ireland|eire",
    "SG": "singapore|republic of singapore",
    "AU": "australia",
    "CA": "canada",
    "IL": "israel",
}

#: States and provinces that tell the country when nothing else does. "Georgia" is not among them.
REGIONS: dict[str, str] = {
    "US": (
        "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|"
        "florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|"
        "maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|"
        "nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|"
        "ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|"
        "tennessee|texas|utah|vermont|virginia|washington dc|west virginia|wisconsin|"
        "wyoming"
    ),
    "CA": (
        "ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland"
    ),
    "AU": (
        "new south wales|victoria australia|queensland|tasmania|south australia|western australia|nsw|qld"
    ),
}

#: Postal abbreviations of the states of the US, as a pattern.
US_STATE_CODES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
    "|V[AT]|W[AIVY]"
)
