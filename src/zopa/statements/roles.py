"""Nouns that say what a source is: titles, offices, groups, documents, outlets. Data only."""

from __future__ import annotations

from zopa.statements.lexicon import word_set

# Words that stand before a name and are not part of it.
TITLES = word_set(
    """
    president mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative congressman
    congresswoman gov governor mayor gen general lt col colonel capt captain maj major sgt adm admiral cmdr
    judge justice secretary minister premier chancellor king queen prince princess pope cardinal bishop
    archbishop rev reverend imam rabbi ambassador envoy commissioner chairman chairwoman chair chairperson
    director chief head leader spokesman spokeswoman spokesperson adviser advisor aide attorney lawyer
    counsel candidate nominee deputy vice undersecretary delegate negotiator representative speaker whip
    strategist analyst economist historian author journalist correspondent anchor host reporter columnist
    editor activist operative consultant pollster manager executive officer founder ceo cfo prosecutor
    sheriff commander marshal treasurer comptroller administrator researcher fellow scholar expert scientist
    diplomat lawmaker official coach tsar czar billionaire businessman businesswoman mogul actor actress
    mediator facilitator conciliator arbitrator organiser organizer boss steward broker superintendent emir sultan
    sheikh crown
    ombudsman dean rector solicitor barrister inspector detective constable politician
    singer comedian star husband wife son daughter brother sister father mother rival opponent colleague
    ally supporter democrat republican majority minority state press campaign running mate former then
    acting incoming outgoing ex senior junior deputy assistant presidential gop foreign defence defense
    prime finance trade interior economy energy special national security communications first
    """
)

HEADS_OF_STATE = word_set("president premier chancellor king queen prime leader ruler")

# Unnamed sources: nouns that, without a name, make a source anonymous when singular or counted.
ANONYMOUS_NOUNS = word_set(
    """
    source sources official officials person people aide aides adviser advisers advisor advisors diplomat
    diplomats insider insiders individual individuals operative operatives negotiator negotiators
    spokesperson spokesman spokeswoman spokespeople executive executives staffer staffers lawmaker envoy
    strategist participant participants delegate minister ministers lawyer lawyers officer officers
    representative representatives
    """
)
ANONYMITY_MARKS = (
    "anonymity",
    "not authorized",
    "not authorised",
    "unnamed",
    "unidentified",
    "declined to be named",
    "asked not to be",
    "familiar with",
    "briefed on",
    "close to",
    "with knowledge",
    "with direct knowledge",
    "who spoke on",
    "involved in the",
    "aware of the",
    "privy to",
)
GROUP_NOUNS = word_set(
    """
    officials analysts leaders critics experts supporters opponents democrats republicans voters lawmakers
    senators diplomats economists historians observers scholars researchers scientists activists advocates
    residents citizens conservatives liberals progressives allies aides advisers advisors governments
    ministers members negotiators delegations delegation government administration committee campaign party
    team ministry department office council commission union agency company group organization organisation
    institute institution court parliament congress senate house army military police families workers
    unions employers farmers companies states countries nations europeans americans people sources media
    reporters journalists pundits strategists prosecutors authorities investigators rebels militants
    protesters students women men some many others most both few several kremlin pentagon regime cabinet
    board bank fund coalition alliance bloc delegates envoys representatives lawyers attorneys executives
    staff presidency embassy
    """
)
DOCUMENT_NOUNS = word_set(
    """
    proposal memorandum document statement report plan draft text letter agreement treaty communique
    communiqué declaration poll polls survey surveys study studies filing filings bill law constitution
    article editorial memo memos email emails transcript records documents resolution pact accord deal
    outline framework roadmap manifesto platform lawsuit complaint indictment affidavit ruling order decree
    data figures results statistics analysis book paper release notice list terms reports research findings
    evidence ad ads website site blog proposals account accounts
    """
)
TERMS_NOUNS = word_set(
    """
    proposal proposals memorandum document plan draft text agreement treaty deal accord framework outline
    roadmap pact resolution terms declaration memo statement paper letter filing offer list
    """
)
DOCUMENT_VERBS = word_set(
    """
    names sets lists provides requires envisages foresees stipulates contains includes bars limits
    """
)
OUTLET_NOUNS = word_set(
    """
    news times post journal daily tribune herald gazette press agency newspaper broadcaster tv radio channel
    television magazine telegraph chronicle globe observer today standard mirror weekly review network
    podcast media outlet newswire wire pravda report courier sun mail express record star bulletin
    """
)
ORGANISATION_NOUNS = OUTLET_NOUNS | word_set(
    """
    union institute department committee party house university center centre commission council ministry
    bank court senate congress group campaign association organization organisation foundation fund army
    force forces corps company corporation corp inc ltd llc co nations federation federal bureau office
    service authority board alliance club coalition league society college school hospital airlines
    parliament duma bundestag administration government embassy delegation kremlin pentagon nato capitol
    democrats republicans state states city county project survey poll street wall supreme international
    national united committee assembly security act tower church airport summit convention hall forum park
    observatory monitor tribunal mission headquarters secretariat syndicate taskforce
    island islands river sea war award square theater theatre stadium
    """
)
NAME_PARTICLES = word_set(
    """
    von van der den de da di du la le el al bin ibn ben dos del della ter ten af zu
    """
)
