"""The words that funding statements are made of, each with the one-letter class that the rules are written in.

Classes of tokens (upper case: may be part of a name; lower case: the glue and the cues between names):

    C capitalised word     K acronym              H word for a body (Foundation, Council, University)
    P programme word       I initials             l body word in lower case     p programme word in lower case
    D award-shaped token   n short number         y year or range of years      U web address
    b by                   f from                 o of (and its like abroad)    r for      T to     a at    i in, on
    u under                h through, via         e with                        t the      z a, an, some
    v supported, funded    g grant, award         m support, money              N number, no., #
    x thank, acknowledge   q is, was, has         c which, who, while           j partly, kindly    s we, work
    & and                  w any other word       punctuation stands for itself
"""

from __future__ import annotations


def _table(**classes: str) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


#: Words whose class does not depend on capitals.
CLOSED = _table(
    b="by durch",
    f="from",
    o="of de du des di del della dello dell' dell’ delle da do dos das der den van von d' d’ voor för für fuer "
    "la le les el los las af til dell nell zur zum pour para per à al et e y och og und en i",
    r="for",
    T="to toward towards",
    a="at",
    i="in on into during",
    u="under",
    h="through via within",
    e="with",
    t="the",
    z="a an another two three four five several various some many other its their our my his her these those both "
    "following all any each",
    v="supported funded financed sponsored subsidized subsidised granted founded underwritten co-funded cofunded "
    "co-financed cofinanced partially-supported provided awarded received obtained benefited benefitted "
    "backed commissioned enabled covered paid subvented cofinanced underwrote",
    g="grant grants grant-in-aid grants-in-aid award awards contract contracts subcontract fellowship fellowships "
    "scholarship scholarships studentship studentships bursary bursaries stipend stipends subsidy subsidies "
    "subaward traineeship assistantship professorship chair cooperative-agreement project projects grantin-aid grant-inaid supplement tender",
    m="support funding funds fundings financing sponsorship money finance finances endowment donation donations gift "
    "gifts contribution contributions aid assistance funder funders sponsor sponsors backing budget budgets auspices "
    "recipient recipients holder awardee beneficiary",
    N="no nos n° nº n. nr nrs no. nos. nr. nrs. num number numbers # № code codes id ids identifier reference references ref "
    "refs ref. agreement agreements proc proc. process processo protocol prot prot. reg reg. file decision "
    "registration serial award-id no: subject",
    x="thank thanks thanked thankful acknowledge acknowledges acknowledged acknowledging grateful gratefully "
    "indebted appreciate appreciates appreciated gratitude acknowledgment acknowledgments acknowledgement "
    "acknowledgements thanking thankfully",
    q="is was were are be been being has have had will can may does did do not",
    c="which who that while whereas where when whom whose because since as",
    j="part partially partly financially kindly generously also additionally mainly jointly wholly entirely fully "
    "respectively primarily largely directly further furthermore moreover gratefully graciously either "
    "generous financial additional partial",
    s="we work study research paper manuscript article author authors investigation this it they i he she "
    "publication researchers analysis trial experiments data",
    **{"&": "and & plus"},
)
# words that CLOSED gives to a cue but that are common inside names when capitalised
OPEN_IF_CAPITAL = frozenset(
    "project projects i e y en al la le les el los las de do da des di du den der van von research data project program study work "
    "analysis support aid assistance contribution may will can subject funds  trial experiments finance all other serial chair protocol article "
    "researchers investigation publication recipient holder supplement tender budget covered paid".split()
)

#: Words that name a body. Capitalised they are class H; in lower case, class l.
HEADS = frozenset(
    """
    dept. univ. inst. found. govt. dept govt
    foundation foundations council councils agency agencies ministry ministries fund trust trusts society university
    universities institute institutes institution institutions academy association associations commission department
    departments government centre center centres centers college school hospital hospitals bureau office authority
    corporation corp corp. inc inc. incorporated ltd ltd. limited llc llc. gmbh ag plc company companies union board
    organization organisation organizations administration committee consortium laboratory laboratories lab federation
    bank charity charities league network alliance directorate directorate-general faculty secretariat embassy
    partnership province municipality region county district state academies confederation congress commissariat
    deanship dean division unit observatory museum cooperative endowment estate family service services survey
    conference parliament prefecture canton commonwealth command philanthropies group industries technologies
    pharmaceuticals therapeutics laboratorium systems army navy presidency president clinic branch section facility
    foundacion fondation fondations fondo fondos fundación fundacion fundació fundação fundacao fondazione fonds fond
    fonden stiftung stiftelse stiftelsen säätiö stichting forschungsgemeinschaft gemeinschaft gesellschaft
    conseil consejo conselho consiglio consiglo consell ministerium bundesministerium landesministerium ministère
    ministere ministerio ministério ministero ministeri ministerie ministerstvo ministerstwo universität universitat
    université universite universidad universidade università universita universiteit universitet universiti uniwersytet
    univerzita universitas agence agencia agência agenzia agentura agenția instituto institut istituto institutul
    instytut ústav akademie académie academia accademia akademia sociedad sociedade société società ente centro
    comisión comisiones comissão comité comitato commissione gobierno governo gouvernement generalitat junta xunta
    comunidad comunitat gobernación regione région secretaría secretaria secretariado subsecretaría departamento
    dirección direction direzione diputación facultad faculdade facoltà fakultät hochschule vicerrectorado
    vicerrectoría rectorado pró-reitoria reitoria financiadora coordenação coordenacao superintendência vetenskapsrådet
    forskningsråd forskningsrådet rådet rat nationalfonds narodowe centrum grantová agentúra forskningsrat stiftung.
    forskningsfond nationalfond assoziation verein associação associazione asociación associació ligue lega liga
    station stations corps guard
    crown kingdom republic czech-republic directorates prime taskforce authorities trustees charitable administrations
    """.split()
)
HEAD_ENDINGS = (
    "stiftung", "stiftelse", "stiftelsen", "ministerium", "ministeriums", "gemeinschaft", "gesellschaft", "fonden", "fond", "fonds",
    "stichting", "universität", "akademie", "säätiö", "verband", "rådet", "hochschule", "zentrum", "institut",
    "förderungsfonds", "anstalt", "kommission", "foundation",
)  # fmt: skip
#: Bodies that money comes from by trade: a name with one of these is a funder wherever money is spoken of.
STRONG_HEADS = frozenset(
    """
    foundation foundations council councils agency ministry ministries fund trust trusts commission government society
    academy association federation charity charities fondation fondations fundación fundacion fundação fondazione
    fondo fonds fond fonden stiftung stiftelse stiftelsen stichting säätiö forschungsgemeinschaft conseil consejo
    conselho consiglio ministerium bundesministerium ministère ministere ministerio ministério ministero ministeri
    ministerie ministerstvo agence agencia agência agenzia agentura nationalfonds vetenskapsrådet league union
    endowment bank corporation corp corp. inc inc. ltd ltd. gmbh plc llc company authority embassy ligue lega
    coordenação coordenacao financiadora gobierno governo generalitat junta xunta estate philanthropies deanship
    """.split()
)
#: Parts of a body; what follows their comma is usually the body they belong to.
SUBUNITS = frozenset(
    """
    department departments division office school faculty college center centre institute laboratory lab directorate
    bureau unit branch section dean program programme deanship group service services fund facility committee
    departamento facultad faculdade instituto institut fakultät dipartimento département
    """.split()
)
PARENTS = frozenset(
    """
    university universities hospital college institute institutes ministry department academy government school office agency
    administration universidad universidade università universität université center centre corps army navy faculty
    council commission academies organization
    """.split()
)
#: Words for programmes: names without a body of their own.
PROGRAMMES = frozenset(
    """
    program programme programs programmes initiative initiatives project projects plan plans scheme schemes funds
    action actions framework flagship campaign talents talent expedition partenariat programa progetto proyecto projeto
    projet projekt programm fellows kakenhi mission missions excellence act infrastructure campus cluster
    """.split()
)
#: Kinds of grant that carry a person's or a funder's name and end it.
FELLOWSHIPS = frozenset(
    "fellowship fellowships scholarship scholarships studentship studentships award awards grant grants chair bursary "
    "stipend professorship traineeship assistantship contract contracts prize subsidy".split()
)
COUNTRIES = frozenset(
    """
    usa u.s.a. us u.s. uk u.k. prc p.r.c. eu france germany italy spain portugal china japan korea taiwan singapore india brazil brasil
    canada australia austria belgium bulgaria chile colombia croatia cyprus czechia denmark egypt estonia ethiopia
    finland ghana greece hungary iceland indonesia iran iraq ireland israel jordan kazakhstan kenya kuwait latvia
    lebanon lithuania luxembourg malaysia mexico morocco nepal netherlands nigeria norway oman pakistan peru
    philippines poland qatar romania russia scotland serbia slovakia slovenia sudan sweden switzerland thailand tunisia
    turkey türkiye uganda ukraine uruguay venezuela vietnam wales england argentina bangladesh bolivia cuba ecuador
    malta tanzania zambia zimbabwe deutschland españa italia méxico schweiz österreich republic kingdom emirates
    beijing shanghai london paris berlin tokyo seoul md ny ca ma washington d.c. bethesda boston chicago york
    california texas maryland massachusetts ontario québec quebec alberta victoria queensland hong kong macau
    america africa europe zealand states arabia rico lanka republic-of-korea montreal toronto rome milan madrid
    lisbon moscow taipei tehran cambridge oxford vienna zurich geneva stockholm oslo helsinki copenhagen warsaw prague
    """.split()
)
#: Never a funder when they stand alone.
NOT_NAMES = frozenset(
    """
    dr drs prof professor professors mr mrs ms sir lady mission section table figure fig appendix supplementary
    january february march april june july august september october november december acknowledgments acknowledgements
    acknowledgment acknowledgement funding additional special open access role computational computer phase tier
    phd ph.d md m.d pi pis grant award principal investigator university department institute center centre school
    science research sciences technology covid-19 dna rna mrna project program programme state states public
    young doctoral postdoctoral foundation ministry financial disclosure sources source statement conflict interest
    correspondence corresponding contract sponsor sponsors doi orcid issn isbn pdf html region district office committee
    european national international american early starting advanced consolidator group family service services systems
    excellence infrastructure key major general youth career fellow fellows phds msc bsc ma technologies genomics
    act cluster division section unit branch facility dean president board lab laboratory network hospital
    visiting scholar scholars fund funds basic student graduate undergraduate academic government priority participating
    institutions council agency fundings academia industry world health medical master masters thesis dissertation
    french german british english spanish italian portuguese dutch belgian swiss austrian swedish danish norwegian finnish
    icelandic irish scottish welsh polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian estonian
    latvian lithuanian slovenian croatian serbian israeli iranian indian pakistani chinese japanese korean taiwanese thai
    vietnamese indonesian malaysian australian canadian mexican brazilian argentine argentinian chilean colombian peruvian
    african asian latin egyptian saudi after finally please statistical contact
    """.split()
)
#: Parts of a body that may also be printed behind it: "University of X, Faculty of Y".
PARTS = frozenset("office division directorate bureau branch section faculty school department".split())
DEGREES = frozenset("phd ph.d ph.d. msc m.sc bsc md-phd d.phil dphil".split())
TITLES = frozenset(
    "dr drs prof professor professors mr mrs ms sir lady dr. drs. prof. mr. mrs. ms. phd dipl.-ing".split()
)
