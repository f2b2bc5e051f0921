"""The words that funding statements are made of, each with the one-letter class that the rules are written in.

Upper case classes may be part of a name; lower case ones are the glue and the cues between names.

    C capitalised word     K acronym              H word for a body (Foundation, Council, University)
    P programme word       I initials             l body word in lower case     p programme word in lower case
    D award number         n short number         y year or range of years      U web address
    b by                   f from                 o of (and its like abroad)    r for      T to     a at    i in, on
    u under                h through, via         e with                        t the      z a, an, some
    v supported, funded    g grant, award         m support, money              N number, no., #
    x thank, acknowledge   q is, was, has         c which, who, while           j partly, kindly    s we, work
    & and                  w any other word       punctuation stands for itself
"""

from __future__ import annotations

from pipelines.funding.places import PLACES


def _table(**classes: str) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


#: Words whose class does not depend on capitals, but for those in `OPEN_IF_CAPITAL`.
CLOSED = _table(
    b="by durch par por pela pelo pelas pelos",
    f="from",
    o="of l' l’ all' all’ nell' nell’ sull' sull’ dall' dall’ de du des di del della dello dell' dell’ dell nell delle da do dos das der den van von d' d’ voor för für fuer "
    "la le les el los las af til sul sulla o ao nel nella contre contra gegen against zur zum pour para per à al et e y och og und en i",
    r="for",
    T="to toward towards",
    a="at",
    i="in on into during",
    u="under unter sous",
    h="through via within",
    e="with",
    t="the",
    z="a an another two three four five several various some many other its their our my his her these those both "
    "following all any each",
    j="part partially partly financially kindly generously also additionally mainly jointly wholly entirely fully "
    "financiero financiera financeiro financeira financier financière finanzielle finanziellen finanziario "
    "respectively primarily largely directly further furthermore moreover graciously either generous financial "
    "additional partial",
    v="supported funded financed sponsored subsidized subsidised granted founded underwritten co-funded cofunded "
    "co-financed cofinanced provided awarded received obtained benefited benefitted backed commissioned enabled "
    "covered paid gefördert unterstützt finanziert financé financée soutenu soutenue financiado financiada apoiado "
    "apoyado apoyada apoyados apoyadas apoiada apoiados apoiadas financiados financiadas financés financées soutenus soutenues "
    "subvencionado subvencionada subvencionados finanziato finanziata finanziati finanziate sostenuto sostenuta",
    g="grant grants grant-in-aid grants-in-aid grantin-aid grant-inaid award awards contract contracts subcontract "
    "fellowship fellowships scholarship scholarships studentship studentships bursary bursaries stipend stipends "
    "subsidy subsidies subaward traineeship assistantship professorship chair supplement project projects projekt "
    "projet proyecto projeto progetto bourse beca bolsa subvención subvention",
    m="support funding funds fundings financing sponsorship money finance finances endowment donation donations gift "
    "gifts aid assistance funder funders sponsor sponsors backing budget budgets auspices "
    "recipient recipients holder awardee beneficiary förderung unterstützung finanzierung financement soutien "
    "financiación financiamiento apoyo financiamento apoio auxílio finanziamento mitteln mittel sostegno",
    N="no nos n° nº n. nr nrs no. nos. nr. nrs. num number numbers # № code codes id ids identifier reference references "
    "ref refs ref. agreement agreements proc proc. process processo protocol prot prot. reg reg. file decision "
    "registration serial award-id projektnummer fördernummer projektkennzeichen código codigo expediente proyecto-número förderkennzeichen kennzeichen numéro número",
    x="thank thanks thanked thankful acknowledge acknowledges acknowledged acknowledging grateful gratefully "
    "indebted appreciate appreciates appreciated gratitude acknowledgment acknowledgments acknowledgement "
    "acknowledgements thanking thankfully danken dankt agradecen agradece agradecemos agradecem remercie remercient",
    q="is was were are be been being has have had will can may does did not wurde wurden est été sont fue fueron foi foram",
    c="which who that while whereas where when whom whose because since as",
    s="we work study research paper manuscript article author authors investigation this it they i he she publication "
    "researchers analysis trial experiments data",
    **{"&": "and & plus"},
)
#: Words of `CLOSED` that are common inside names when capitalised.
OPEN_IF_CAPITAL = frozenset(
    "project projects projekt projet proyecto projeto progetto i e y en al la le les el los las de do da des di du den der "
    "van von research data study work analysis support aid assistance endowment may will can trial experiments finance "
    "all other serial chair article researchers investigation publication recipient holder supplement budget covered paid "
    "fonds funds bourse beca bolsa apoio apoyo financiamento subvention".split()
)

#: Words that name a body. Capitalised they are class H; in lower case, class l.
HEADS = frozenset(
    """
    dept. univ. inst. found. govt. dept govt foundation foundations council councils agency agencies ministry ministries
    fund trust trusts society university universities institute institutes institution institutions academy association
    associations commission department departments government center centre centers centres college school hospital
    hospitals bureau office authority authorities corporation corp corp. inc inc. incorporated ltd ltd. limited llc llc.
    gmbh ag plc company companies union board organization organisation organizations administration administrations
    committee consortium laboratory laboratories lab federation bank charity charities charitable league network alliance
    directorate directorates directorate-general faculty secretariat embassy partnership province municipality region
    county district state academies confederation congress commissariat deanship dean division unit observatory museum
    cooperative endowment estate family service services survey conference parliament prefecture canton commonwealth
    command coordination philanthropies group industries technologies pharmaceuticals therapeutics systems army navy presidency
    president clinic branch section facility station stations corps guard taskforce trustees crown kingdom republic prime
    foundacion fondation fondations fondo fondos fundación fundacion fundació fundação fundacao fondazione fonds fond
    fonden stiftung stiftelse stiftelsen säätiö stichting forschungsgemeinschaft gemeinschaft gesellschaft conseil consejo
    conselho consiglio consell ministerium bundesministerium landesministerium ministère ministere ministerio ministério
    ministero ministeri ministerie ministerstvo ministerstwo universität universitat université universite universidad
    universidade università universita universiteit universitet universiti uniwersytet univerzita universitas agence
    agencia agência agenzia agentura agenția instituto institutos institut instituts istituto institutul instytut ústav akademie académie
    academia accademia akademia sociedad sociedade société società ente centro comisión comissão comité comitato
    commissione gobierno governo gouvernement generalitat junta xunta comunidad comunitat gobernación regione región
    secretaría secretaria secretariado subsecretaría departamento dirección direction direzione diputación facultad
    faculdade facoltà fakultät hochschule vicerrectorado vicerrectoría rectorado pró-reitoria reitoria financiadora
    coordenação coordenacao superintendência vetenskapsrådet forskningsråd forskningsrådet rådet rat nationalfonds
    nationalfond narodowe centrum grantová agentúra forskningsrat verein associação associazione asociación associació
    ligue lega liga
    """.split()
)
HEAD_ENDINGS = (
    "stiftung", "stiftelse", "stiftelsen", "ministerium", "ministeriums", "gemeinschaft", "gesellschaft", "fonden", "fonds",
    "stichting", "universität", "akademie", "säätiö", "verband", "rådet", "hochschule", "zentrum", "anstalt", "kommission",
)  # fmt: skip
#: Bodies that give money by trade: a name with one of these is a funder wherever money is spoken of.
STRONG_HEADS = frozenset(
    """
    foundation foundations council councils agency ministry ministries fund trust trusts commission government society
    academy association federation charity charities league union endowment bank corporation corp corp. inc inc. ltd ltd.
    gmbh plc llc company authority embassy estate philanthropies deanship nationalfonds vetenskapsrådet
    fondation fondations fundación fundacion fundação fondazione fondo fonds fond fonden stiftung stiftelse stiftelsen
    stichting säätiö forschungsgemeinschaft conseil consejo conselho consiglio ministerium bundesministerium ministère
    ministere ministerio ministério ministero ministeri ministerie ministerstvo agence agencia agência agenzia agentura
    ligue lega coordenação coordenacao financiadora gobierno governo generalitat junta xunta
    associação associazione asociación associació
    """.split()
)
#: Parts of a body; what follows their comma is usually the body they belong to.
SUBUNITS = frozenset(
    """
    department departments dept. dept division office school faculty college center centre institute laboratory lab
    directorate bureau unit branch section dean program programme deanship group service services fund facility committee
    departamento facultad faculdade instituto institut fakultät dipartimento département
    """.split()
)
#: Those of them that stand before "…, the University of X" and never beside it in a list.
PLAIN_SUBUNITS = frozenset(
    "department departments dept. division office school faculty college dean bureau directorate section branch unit".split()
)
PARENTS = frozenset(
    """
    university universities hospital college institute institutes ministry department academy government school office
    administration universidad universidade università universität université center centre corps army navy faculty
    academies organization
    """.split()
)
#: Parts that may also be printed behind their body: "University of X, Faculty of Y".
PARTS = frozenset("office division directorate bureau branch section faculty school department".split())
#: Words for programmes: names without a body of their own.
PROGRAMMES = frozenset(
    """
    program programme programs programmes initiative initiatives project projects plan plans scheme schemes funds
    action actions framework flagship campaign talents talent expedition partenariat programa progetto proyecto projeto
    projet projekt programm fellows kakenhi mission missions excellence act infrastructure campus cluster
    """.split()
)
#: Bodies that are named for a list of subjects: "Ministry of A, B and C".
OF_LISTS = frozenset(
    "ministry ministries department secretariat ministère ministere ministerio ministério ministero secretaría".split()
)
#: What a part of a body may be named for, and the bodies that have such parts.
DISCIPLINES = frozenset(
    "sciences physics chemistry biology mathematics geosciences biosciences engineering".split()
)
HAVE_DISCIPLINES = frozenset("department office council ministry academy division directorate energy".split())
#: Words that begin the second half of a programme's name: "… Research and Development Program".
JOINERS = frozenset(
    "research development innovation training education technology transformation demonstration application".split()
)
#: Words that are no name's own.
COMMON = (
    frozenset(
        """
    dr drs prof professor professors mr mrs ms sir lady mission section table figure fig appendix supplementary
    january february march april june july august september october november december acknowledgments acknowledgements
    acknowledgment acknowledgement funding additional special open access role computational computer phase tier
    phd ph.d md m.d pi pis grant award principal investigator university department institute center centre school
    science research sciences technology covid-19 dna rna mrna project projects program programs programme programmes state
    states public young doctoral postdoctoral foundation ministry financial disclosure sources source statement conflict
    interest correspondence corresponding contract sponsor sponsors doi orcid issn isbn pdf html region district office
    committee european national international american early starting advanced consolidator group family service services
    systems excellence infrastructure key major general youth career fellow fellows phds msc bsc ma technologies genomics
    act cluster division unit branch facility dean president board lab laboratory network hospital visiting scholar
    scholars fund funds basic student graduate undergraduate academic government priority participating institutions
    council agency fundings academia industry world health medical master masters thesis dissertation french german
    british english spanish italian portuguese dutch belgian swiss austrian swedish danish norwegian finnish icelandic irish
    scottish welsh polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian estonian latvian
    lithuanian slovenian croatian serbian israeli iranian indian pakistani chinese japanese korean taiwanese thai
    note notes programa programm vietnamese indonesian malaysian australian canadian mexican brazilian argentine argentinian chilean colombian peruvian
    african asian latin egyptian saudi after finally please statistical contact cooperative supporting diese dieses dieser das die der ce cette este esta esse essa
    il questo questa projekt projet proyecto projeto progetto arbeit travail trabajo trabalho lavoro estudo estudio studie south north east west
    """.split()
    )
    | PLACES
)
DEGREES = frozenset("phd ph.d ph.d. msc m.sc bsc md-phd d.phil dphil".split())
TITLES = frozenset("dr drs prof professor professors mr mrs ms sir lady phd dipl.-ing".split())
