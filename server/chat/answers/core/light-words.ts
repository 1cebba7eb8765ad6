// Words of a question that name nothing an answer would have to hold.

/** Words of asking. */
export const asking = new Set(
  (
    "say says said tell tells told explain explains describe describes give gives given gave list lists name names find found finds know knows known show shows " +
    "please like want wants need needs look help mean means meaning meant library document documents source sources text texts passage passages according question " +
    "questions answer answers summarise summarize overview compare compares compared comparison versus vs understand understands understood interpret interprets " +
    "interpreted interpretation view views viewed see seen sees regard regards regarded does take takes taken took taking get gets got getting make makes made " +
    "making come comes came happen happens happened happening let lets call called think thinks whats what's who's when's where's how's wonder wondering hear " +
    "heard talk talks detail details information info thanks thank hello hi hey okay ok note notes mention mentions mentioned"
  ).split(" "),
);
/** Words of any talk, and whom everything is said of that names nobody: they may stand in an answer, and often stand there in other words. */
export const soft = new Set(
  (
    "use used uses using usage work works working effect effects common commonly usual usually typical typically general generally important main mainly " +
    "different difference differences kind kinds type types way ways thing things stuff people person patient patients someone anyone somebody anybody long much " +
    "many often high low large small big good bad new old first last latest current year years time times day days week weeks month months " +
    "number numbers amount amounts value values figure figures possible recommended recommend suggest suggested considered regarding concerning related reason " +
    "reasons cause caused causes causing change changed part parts role term safe safely safety pass passes passed affect affects affected carry carries start " +
    "started begin stay stays last lasts ever actually really exactly responsible roughly approximately temperature per total overall also able go goes put do done become becomes became " +
    "correct biblical heretical christians christian theologian theologians scholar scholars commentators interpreters believers tradition traditions " +
    "one matter matters run runs running aim aims big great little tiny huge quick quickly fast slow slowly soon early late later always never sometimes usually " +
    "already yet again back away out own whole full empty right wrong bad worse worst sick ill fine nice sure true false certain real exact near far close " +
    "think feel feels felt want wanted try tries tried keep keeps seem seems appear turn turns turned bring brings brought hold set sets serve serves send " +
    "leave leaves left move moves put puts point points fact facts idea ideas case cases example examples lot lots bit piece home house " +
    "mind world place places side sides word words line lines top bottom set group groups body bodies state states situation situations issue issues " +
    "problem problems matter question concern concerns allowed ok okay wise normal normally typical special specific particular certain various several total " +
    "main key basic simple exactly about around roughly nearly quite rather pretty much maybe perhaps probably today now currently nowadays still ago since " +
    "against instead besides apart regular regularly daily-life everyday quickly mostly mainly actual happen occurs occur occurring exist exists existing doctrine doctrines concept concepts notion notions " +
    "adult adults human humans grown-up grown-ups administration intake"
  ).split(" "),
);
