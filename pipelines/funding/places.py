"""Places that stand beside a body's name, and the countries that tell one body from its namesake."""

from __future__ import annotations

_COUNTRIES = """
    US usa u.s.a. us u.s. america states|GB uk u.k. kingdom england scotland wales|CN china prc p.r.c.|FR france|DE germany deutschland
    IT italy italia|ES spain españa|PT portugal|JP japan|KR korea|TW taiwan|SG singapore|IN india|BR brazil brasil|CA canada|AU australia
    AT austria österreich|BE belgium|BG bulgaria|CL chile|CO colombia|HR croatia|CY cyprus|CZ czechia|DK denmark|EG egypt|EE estonia
    ET ethiopia|FI finland|GH ghana|GR greece|HU hungary|IS iceland|ID indonesia|IR iran|IQ iraq|IE ireland|IL israel|JO jordan
    KZ kazakhstan|KE kenya|KW kuwait|LV latvia|LB lebanon|LT lithuania|LU luxembourg|MY malaysia|MX mexico méxico|MA morocco|NP nepal
    NL netherlands|NG nigeria|NO norway|OM oman|PK pakistan|PE peru|PH philippines|PL poland|QA qatar|RO romania|RU russia|RS serbia
    SK slovakia|SI slovenia|SD sudan|SE sweden|CH switzerland schweiz|TH thailand|TN tunisia|TR turkey türkiye|UG uganda|UA ukraine
    UY uruguay|VE venezuela|VN vietnam|AR argentina|BD bangladesh|BO bolivia|CU cuba|EC ecuador|MT malta|TZ tanzania|ZM zambia
    ZW zimbabwe|EU eu|ZA africa|NZ zealand|SA arabia|AM armenia|AZ azerbaijan|GE georgia|BY belarus|MD moldova
    MN mongolia|MM myanmar|KH cambodia|LA laos|DZ algeria|LY libya|CM cameroon|SN senegal|MK macedonia|BA bosnia|AL albania|ME montenegro
    UZ uzbekistan|KG kyrgyzstan|AF afghanistan|SY syria|YE yemen|BH bahrain|PA panama|GT guatemala|HN honduras|NI nicaragua|PY paraguay
    JM jamaica|RW rwanda|MW malawi|MZ mozambique|BW botswana|NA namibia|MG madagascar|BT bhutan|FJ fiji|BF burkina|ML mali|BJ benin
"""
#: A word of a country's name, in lower case, and the country's ISO 3166 alpha-2 code.
COUNTRY_CODES = {
    word: code
    for line in _COUNTRIES.replace("\n", "|").split("|")
    if line.strip()
    for code, *rest in [line.split()]
    for word in rest
}
#: Words of places, in lower case.
PLACES = frozenset(COUNTRY_CODES) | frozenset(
    """
    republic emirates beijing shanghai london paris berlin tokyo seoul md ny ca ma washington d.c. bethesda boston chicago
    york california texas maryland massachusetts ontario québec quebec alberta victoria queensland hong kong macau europe
    rico lanka montreal toronto rome milan madrid lisbon moscow taipei tehran cambridge oxford vienna zurich geneva
    tasmania barcelona valencia munich hamburg heidelberg freiburg lyon marseille naples turin athens dublin edinburgh glasgow
    manchester bristol birmingham brussels leuven ghent amsterdam utrecht leiden rotterdam basel bern lausanne budapest bucharest
    sofia istanbul ankara cairo nairobi delhi mumbai bangalore chennai kolkata hyderabad lahore karachi islamabad faisalabad dhaka
    bangkok jakarta manila hanoi guangzhou shenzhen nanjing wuhan hangzhou chengdu tianjin chongqing osaka kyoto nagoya sapporo
    busan daejeon sydney melbourne brisbane perth auckland vancouver calgary ottawa jersey pennsylvania illinois ohio michigan
    florida virginia carolina tennessee colorado arizona utah oregon minnesota wisconsin iowa missouri kansas louisiana alabama
    connecticut princeton houston dallas atlanta philadelphia pittsburgh baltimore seattle denver detroit cleveland minneapolis
    miami stockholm oslo helsinki copenhagen warsaw prague angeles
    """.split()
)
_NATIONALITIES = """
    US us usa u.s american|GB uk british|CN chinese|FR french|DE german|IT italian|ES spanish|PT portuguese|JP japanese|KR korean
    TW taiwan taiwanese|SG singapore|IN indian|BR brazilian|CA canadian|AU australian|AT austrian|BE belgian|BG bulgarian|CL chilean
    CO colombian|HR croatian|CZ czech|DK danish|EE estonian|FI finnish|GR greek|HU hungarian|IS icelandic|IE irish|IL israeli|IR iranian
    LV latvian|LT lithuanian|MX mexican|NL dutch|NZ zealand|NO norwegian|PL polish|RO romanian|RU russian|RS serbian|SK slovak
    SI slovenian|ZA african|SE swedish|CH swiss|TR turkish|UA ukrainian|AR argentine argentinian|VN vietnamese|TH thai|MY malaysian
    PK pakistani|EG egyptian|SA saudi
"""
_CODES = {
    word: code
    for line in _NATIONALITIES.replace("\n", "|").split("|")
    if line.strip()
    for code, *rest in [line.split()]
    for word in rest
}
_BESIDE_PLACES = frozenset(
    "of the and south north new people s r o c p u d dc pr san los great united saint st louis both".split()
)


def is_place(name_key: str) -> bool:
    """Whether a name, as `table.key` spells it, is a place and nothing else."""
    found = name_key.split()
    return any(word in PLACES for word in found) and all(
        word in PLACES or word in _BESIDE_PLACES for word in found
    )


def country_of(name_key: str) -> str | None:
    """The code of the country in a place's name; None where it names none, or more than one."""
    codes = {COUNTRY_CODES[word] for word in name_key.split() if word in COUNTRY_CODES}
    return codes.pop() if len(codes) == 1 else None


def nationality(word: str) -> str | None:
    """The code of the country that an adjective, in lower case, belongs to."""
    return _CODES.get(word)
