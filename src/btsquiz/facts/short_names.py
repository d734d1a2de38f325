"""First names cut short, and what they are short for."""

from __future__ import annotations

from typing import Final

from btsquiz.text import fold

_SHORTENED: Final = (
    "al=albert,alfred andy=andrew art=arthur ben=benjamin bert=albert betty=elizabeth bill=william"
    " billy=william bob=robert bobby=robert bobbie=robert charlie=charles chris=christopher,christian"
    " chuck=charles dan=daniel danny=daniel dave=david dick=richard dickie=richard don=donald"
    " ed=edward,eduardo,edgar eddie=edward ernie=ernest frank=francis,franklin frankie=francis,frank"
    " fred=frederick freddie=frederick gene=eugene greg=gregory hank=henry harry=henry jack=john jake=jacob"
    " jeff=jeffrey jen=jennifer jim=james jimmy=james joe=joseph johnny=john"
    " kate=katharine,katherine,catherine ken=kenneth larry=laurence,lawrence liz=elizabeth matt=matthew"
    " meg=margaret mike=michael nic=nicholas,nicolas nick=nicholas,nicolas nicky=nicholas"
    " pat=patricia,patrick pete=peter jerry=gerald,jerome marty=martin monty=montgomery rid=ridley"
    " stan=stanley ray=raymond rich=richard rick=richard rob=robert robbie=robert ron=ronald"
    " sam=samuel,samantha sandy=sandra,alexander steve=steven,stephen sue=susan ted=edward,theodore"
    " tim=timothy toby=tobias tom=thomas tommy=thomas tony=anthony,antony val=valentina,valentine vic=victor"
    " vince=vincent will=william woody=woodrow wm=william chas=charles geo=george"
    " alex=alexander,alexandra,alejandro angie=angelina,angela bernie=bernard cate=catherine cathy=catherine"
    " cliff=clifford debbie=deborah doug=douglas dougie=douglas dusty=dustin fran=frances freddy=frederick"
    " gus=augustus hal=harold,henry jon=jonathan judi=judith judy=judith kathy=katharine,katherine,kathleen"
    " katie=katharine,katherine leo=leonardo lou=louis,louise mandy=amanda mitch=mitchell nate=nathan"
    " norm=norman ollie=oliver,olivia patty=patricia peggy=margaret penny=penelope phil=philip,phillip"
    " reg=reginald reggie=reginald ricky=richard russ=russell sid=sidney,sydney sly=sylvester susie=susan"
    " viv=vivian,vivien wally=wallace walt=walter wes=wesley"
    " саша=александр,александра леша=алексей алеша=алексей аня=анна толя=анатолий андрюша=андрей боря=борис"
    " вася=василий валя=валентина,валентин витя=виктор вова=владимир володя=владимир галя=галина"
    " гена=геннадий гоша=георгий гриша=григорий дима=дмитрий женя=евгений,евгения катя=екатерина"
    " лена=елена ваня=иван"
    " ира=ирина костя=константин люся=людмила люда=людмила маша=мария миша=михаил надя=надежда наташа=наталья"
    " коля=николай оля=ольга паша=павел петя=петр рома=роман света=светлана сережа=сергей соня=софья"
    " таня=татьяна юра=юрий"
)
SHORT: Final = {
    fold(short): frozenset(map(fold, full.split(",")))
    for short, _, full in (pair.partition("=") for pair in _SHORTENED.split())
}
"""First names and what they are short for, folded."""

SHORTER: Final = {
    full: tuple(short for short, whole in SHORT.items() if full in whole)
    for full in {name for whole in SHORT.values() for name in whole}
}
"""First names and what they are cut short to."""
