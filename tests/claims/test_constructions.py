"""Constructions of attribution, each with its content and its whole chain, outermost hop first."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from tests.claims.reading import claims, said

Rows: TypeAlias = dict[str, tuple[str, list[tuple[str, ...]]]]

ENGLISH: Rows = {
    "our sources": (
        "Our sources report that the enemy has entered Lusan.",
        [("the enemy has entered Lusan", "Our sources")],
    ),
    "figures behind a colon": (
        "By 6 p.m., according to the health department: 23 wounded.",
        [("23 wounded", "the health department")],
    ),
    "a mere figure behind a colon": (
        "Hospital: 31 dead. Ministry: 19.",
        [("31 dead", "Hospital"), ("19", "Ministry")],
    ),
    "an outlet before what it has from others": (
        "Reuters: officials say the strike killed a commander.",
        [("the strike killed a commander", "Reuters", "officials")],
    ),
    "a summary before a colon": (
        "The situation near Gombe, per the General Staff: the enemy carried out 14 attacks.",
        [("the enemy carried out 14 attacks", "General Staff")],
    ),
    "a first name, a trade and a relative clause": (
        "Hamid, a farmer who fled, said men in uniform had taken his brother.",
        [("men in uniform had taken his brother", "Hamid, a farmer who fled")],
    ),
    "a picture and who has verified it": (
        "A video that Nord has verified shows two men being shot near the bridge.",
        [("two men being shot near the bridge", "A video that Nord has verified")],
    ),
    "the same between commas": (
        "A video, which Nord has verified, shows two men being shot near the bridge.",
        [("two men being shot near the bridge", "A video, which Nord has verified")],
    ),
    "who says what pictures show": (
        "Images taken in July show that six houses were levelled, the institute said.",
        [("six houses were levelled", "the institute", "Images")],
    ),
    "whose preliminary figures": (
        "According to preliminary figures released by the ministry, 19 people were injured.",
        [("19 people were injured", "the ministry")],
    ),
    "what became of a claim that is not told": (
        "The claim, made in a post, has not been confirmed by the authorities.",
        [],
    ),
    "what began before what a source says": (
        "More than 900 people have fled since the siege began last month, the council estimates.",
        [("More than 900 people have fled since the siege began last month", "the council")],
    ),
    "what goes on behind who said it": (
        "The base was hit at 5pm, the mayor said, and 14 soldiers were wounded around 6am.",
        [
            ("The base was hit at 5pm", "the mayor"),
            ("14 soldiers were wounded around 6am", "the mayor"),
        ],
    ),
    "what goes on behind who was told": (
        "A convoy was looted near Arvi, two drivers told the agency, and its escort was disarmed.",
        [
            ("A convoy was looted near Arvi", "two drivers"),
            ("its escort was disarmed", "two drivers"),
        ],
    ),
    "a verdict before the noun it is on": (
        "The ministry rejected as baseless claims that the dam had been hit.",
        [("the dam had been hit", "baseless claims")],
    ),
    "a verdict in quotation marks before the noun it is on": (
        "The ministry dismissed as “fantasy” claims that the dam had been hit.",
        [("the dam had been hit", "claims")],
    ),
    "who first carried a report": (
        "Reports of shelling near Arvi, first carried by Nord, were confirmed on Monday.",
        [("shelling near Arvi", "Nord", "Reports")],
    ),
    "how long after": (
        "The junta admitted it had lost the base, weeks after residents said the troops had left.",
        [("it had lost the base", "The junta"), ("the troops had left", "residents")],
    ),
    "a group that does something": (
        "The group that controls the road denied any role in the ambush.",
        [("denied any role in the ambush", "The group that controls the road")],
    ),
    "a report and what became of it": (
        "A claim by the militia that the pilot had survived was withdrawn on Friday.",
        [("the pilot had survived", "the militia")],
    ),
    "a claim to have done": (
        "The army's claim to have cleared the valley was met with doubts.",
        [("to have cleared the valley", "The army")],
    ),
    "reports that come up": (
        "Reports emerged on Thursday of clashes in Arvi.",
        [("clashes in Arvi", "Reports")],
    ),
    "whose report of a whole phrase": (
        "The ministry dismissed the claim of the rebels that the town had fallen as lies.",
        [("the town had fallen", "the rebels")],
    ),
    "a denial of what nobody is named for": (
        "The presidency brushed aside talk of a retreat from the ridge.",
        [("brushed aside talk of a retreat from the ridge", "The presidency")],
    ),
    "no evidence is nobody's word": (
        "The institute said it had seen no confirmation that the village had fallen.",
        [("the village had fallen", "The institute")],
    ),
    "a mere figure with its verb": (
        "The ministry spoke of nine dead. The hospital counted at least 31.",
        [("nine dead", "The ministry"), ("counted at least 31", "The hospital")],
    ),
    "grounds that are nobody's word": (
        "The flag is no fake, the group Arvi Atlas said, citing shadows and vegetation.",
        [("The flag is no fake", "the group Arvi Atlas")],
    ),
    "somebody's version": (
        "The governor's version is that a drone fell on the silo by itself.",
        [("a drone fell on the silo by itself", "The governor")],
    ),
    "what others did with a claim": (
        "The troops said they had seized the port, a claim the government in Arvi dismissed.",
        [("they had seized the port", "The troops")],
    ),
    "pictures with two hands behind them": (
        "Footage shared by residents and verified by Nord shows smoke rising above the barracks.",
        [("smoke rising above the barracks", "Footage")],
    ),
    "pictures that purport": (
        "Local media carried images purporting to show burnt-out trucks outside the base.",
        [("burnt-out trucks outside the base", "images")],
    ),
    "a soldier of a numbered brigade": (
        "“We took the hill at dawn,” a commander of the 4th Brigade told the Review.",
        [("“We took the hill at dawn,”", "the Review", "a commander of the 4th Brigade")],
    ),
    "who made the pictures": (
        "Pictures posted by residents show the wreckage burning in a field.",
        [("the wreckage burning in a field", "Pictures posted by residents")],
    ),
    "pictures of a day": (
        "Geolocated footage published on May 3 indicates that troops advanced in southern Arvi.",
        [("troops advanced in southern Arvi", "Geolocated footage")],
    ),
    "an aside behind a colon": (
        "Experts were more cautious: the blast, they said, could have been staged.",
        [("the blast, they said, could have been staged", "they")],
    ),
    "an outlet called by a time": (
        "Villagers contacted by the Daily Post said nine children were killed.",
        [("nine children were killed", "the Daily Post", "Villagers")],
    ),
    "whom somebody blames, and who denies it": (
        "The army has blamed the attack on the rebels, who deny any involvement.",
        [("the attack on the rebels", "The army")],
    ),
    "a relative clause that the verb stands before": (
        "The town fell, says Yuri Bakai, who commands a unit there.",
        [("The town fell", "Yuri Bakai, who commands a unit")],
    ),
    "that before a name with an aside": (
        "Witnesses said that soldiers, some of them drunk, fired at passers-by.",
        [("soldiers, some of them drunk, fired at passers-by", "Witnesses")],
    ),
    "a past that a plural could be": (
        "The commission found that 33 people were executed in Arvi.",
        [("33 people were executed in Arvi", "The commission")],
    ),
    "a bound that opens a content": (
        "As many as 40 fighters surrendered at dawn, the brigade boasted.",
        [("As many as 40 fighters surrendered at dawn", "the brigade")],
    ),
    "pictures that are shown, and what is said of them": (
        "The channel Mash posted a video of a burning tanker, writing that it was hit off Arvi.",
        [("it was hit off Arvi", "The channel Mash")],
    ),
    "who was told, of no name": (
        "Neighbours told local television they had heard three blasts.",
        [("they had heard three blasts", "local television", "Neighbours")],
    ),
    "only who did it": (
        "The network blamed the rebels, who have been fighting the army since April.",
        [("blamed the rebels", "The network")],
    ),
    "a report of last week": (
        "According to a UN report published last week, 70 wards in Arvi were destroyed.",
        [("70 wards in Arvi were destroyed", "a UN report published last week")],
    ),
    "pictures taken on a day by somebody": (
        "Images taken on Tuesday by Planet and reviewed by Nord show vehicles on the bridge.",
        [
            (
                "vehicles on the bridge",
                "Images taken on Tuesday by Planet and reviewed by Nord",
            )
        ],
    ),
    "a claim that was dismissed as something": (
        "The army said it had retaken the bridge, a claim the rebels dismissed as propaganda.",
        [("it had retaken the bridge", "The army")],
    ),
    "a state's television": (
        "Iranian state TV said that the blast was an accident.",
        [("the blast was an accident", "Iranian state TV")],
    ),
    "an outlet before a colon, and whoever acts": (
        "Reuters: US to send more interceptors.",
        [("US to send more interceptors", "Reuters")],
    ),
    "a source behind a dash": (
        "Enemy drone shot down over Arvi, no casualties — district head.",
        [("Enemy drone shot down over Arvi, no casualties", "district head")],
    ),
    "what was heard is no source": (
        "Explosions heard in Arvi, local channels write.",
        [("Explosions heard in Arvi", "local channels")],
    ),
    "more behind a semicolon": (
        "Nine of the drones were shot down, the air force said; five hit their targets.",
        [
            ("Nine of the drones were shot down", "the air force"),
            ("five hit their targets", "the air force"),
        ],
    ),
    "until now": (
        "So far 112 bodies have been recovered from the site, rescue workers say.",
        [("So far 112 bodies have been recovered from the site", "rescue workers")],
    ),
    "a verb that no list has, beside a quotation": (
        "“They burned the granary,” fumed Aissata Maiga, a mother of five.",
        [("“They burned the granary,”", "Aissata Maiga, a mother of five")],
    ),
    "a verb behind its subject, beside a quotation": (
        "“It was over in an hour,” the baker shrugs.",
        [("“It was over in an hour,”", "the baker")],
    ),
    "only time and place of speaking follow": (
        "Seven bodies were found in Tyre, the National News Bureau reported at the time.",
        [("Seven bodies were found in Tyre", "the National News Bureau")],
    ),
    "a content borne out": (
        "The picture was taken in Rafah in 2023, as the metadata show.",
        [("The picture was taken in Rafah in 2023", "the metadata")],
    ),
    "a source in an aside": (
        "The fighters, survivors say, came in three waves.",
        [("The fighters, survivors say, came in three waves", "survivors")],
    ),
    "an aside with according to": (
        "Two days earlier, according to the mayor's office, a convoy had been burned.",
        [
            (
                "Two days earlier, according to the mayor's office, a convoy had been burned",
                "the mayor's office",
            )
        ],
    ),
    "but joins two verbs": (
        "The army acknowledged “a complex attack,” but maintained that the base was under control.",
        [("“a complex attack,”", "The army"), ("the base was under control", "The army")],
    ),
    "two clauses with their own sources": (
        "Khartoum says the drone was Ethiopian; Addis Ababa says it has no drones there.",
        [
            ("the drone was Ethiopian", "Khartoum"),
            ("it has no drones there", "Addis Ababa"),
        ],
    ),
    "a count": (
        "The ministry put its losses at five.",
        [("its losses at five", "The ministry")],
    ),
    "a verdict": (
        "Baku's foreign ministry waves off the story as “a fairy tale.”",
        [("the story as “a fairy tale.”", "Baku's foreign ministry")],
    ),
    "a verdict on a pronoun": (
        "Aden calls that a fabrication.",
        [("calls that a fabrication", "Aden")],
    ),
    "hearsay": (
        "Her nephew had it from a neighbour that thirty people were locked in the mill.",
        [("thirty people were locked in the mill", "Her nephew", "a neighbour")],
    ),
    "quoted as saying": (
        "The peacekeepers have left, Interfax quoted a Kremlin spokesman as saying.",
        [("The peacekeepers have left", "Interfax", "a Kremlin spokesman")],
    ),
    "a paper that an outlet obtained": (
        "A draft memo obtained by the broadcaster Channel Nine speaks of “170 fatalities.”",
        [("“170 fatalities.”", "the broadcaster Channel Nine", "A draft memo")],
    ),
    "a picture at the opening": (
        "In pictures dated 30 April, some 40 vehicles can be made out near Raska.",
        [("some 40 vehicles can be made out near Raska", "pictures dated 30 April")],
    ),
    "that as a relative": (
        "Footage that circulated on Monday appeared to show fighters in Gao.",
        [("fighters in Gao", "Footage that circulated")],
    ),
    "a report that somebody took back": (
        "The tabloid Kurir retracted a report that a centre in Nis had housed the gunmen.",
        [("a centre in Nis had housed the gunmen", "The tabloid Kurir")],
    ),
    "a rumour, before what became of it": (
        "Rumours of a coup swept Juba overnight.",
        [("a coup", "Rumours")],
    ),
    "there is, as a subject": (
        "There is no hospital of that name in Tyre, the health ministry informed us.",
        [("There is no hospital of that name in Tyre", "the health ministry")],
    ),
    "a relative clause with a cue of its own": (
        "Roughly 9,000 people are in the camps, says Maurice Adeyemi, "
        "who suspects that as many again never came.",
        [
            ("Roughly 9,000 people are in the camps", "Maurice Adeyemi"),
            ("as many again never came", "Maurice Adeyemi"),
        ],
    ),
    "a statement is no hop, a statement by somebody's channel is": (
        "“She was ours,” they said in a statement on their Telegram channel.",
        [("“She was ours,”", "their Telegram channel", "they")],
    ),
    "men suspected of something attribute nothing": (
        "Police detained four men suspected of planting a bomb, the agency Azertac said.",
        [("Police detained four men suspected of planting a bomb", "the agency Azertac")],
    ),
    "the time of an entry is no part of it": (
        "21.40 Baku has agreed to a truce, Georgia's foreign ministry announces.",
        [("Baku has agreed to a truce", "Georgia's foreign ministry")],
    ),
    "a plural owner": (
        "The ministry was told by truckers' unions that tolls had tripled.",
        [("tolls had tripled", "The ministry", "truckers' unions")],
    ),
    "who a source cites is said afterwards": (
        "The channel Izhevsk wrote that two drones had struck the plant. It cited a guard.",
        [("two drones had struck the plant", "The channel Izhevsk", "a guard")],
    ),
    "a question claims nothing": ("Did a drone strike the plant in Izhevsk?", []),
    "what only points back claims nothing": ("A spokesman disputed that figure.", []),
    "a figure's own clause behind and": (
        "The army said the town had been retaken and more than 70 gunmen were killed.",
        [
            ("the town had been retaken", "The army"),
            ("more than 70 gunmen were killed", "The army"),
        ],
    ),
    "several figures of one event": (
        "The army said 12 men were killed and 30 wounded.",
        [("12 men were killed and 30 wounded", "The army")],
    ),
    "but that": (
        "The army said it had aimed at a commander but that the missile fell on a well.",
        [
            ("it had aimed at a commander", "The army"),
            ("the missile fell on a well", "The army"),
        ],
    ),
    "who owns up": (
        "The Qamar Front, which fights in Arvi, claimed responsibility for the attack.",
        [
            (
                "claimed responsibility for the attack",
                "The Qamar Front, which fights in Arvi",
            )
        ],
    ),
    "an outlet told, and no that": (
        "A doctor told Radio 5 the ward was full.",
        [("the ward was full", "Radio 5", "A doctor")],
    ),
    "someone told inside a clause": (
        "Should the rains come early, one of the doctors told me, 40 wards will close.",
        [
            (
                "Should the rains come early, one of the doctors told me, 40 wards will close",
                "one of the doctors",
            )
        ],
    ),
    "whoever is blamed says something": (
        "The council blamed the rebels, who said the studio had been hit by a drone.",
        [
            ("blamed the rebels", "The council"),
            ("the studio had been hit by a drone", "the rebels"),
        ],
    ),
    "a speaker behind the verb with a relative clause": (
        "Two depots burned in Arvi on Monday, said an official who spoke anonymously.",
        [("Two depots burned in Arvi on Monday", "an official")],
    ),
    "a paper seen by others": (
        "A memo by the monitors, seen by two diplomats, says three columns crossed at Arvi.",
        [("three columns crossed at Arvi", "A memo by the monitors")],
    ),
    "the hour of a post": (
        "Debris fell in four districts, wounding two, the mayor's office posted at 06:15.",
        [("Debris fell in four districts, wounding two", "the mayor's office")],
    ),
    "a source in brackets at the end": (
        "Energy: Fire at the substation in Arvi under control (emergency service).",
        [("Fire at the substation in Arvi under control", "emergency service")],
    ),
    "a note of the desk in brackets": (
        "(Corrects to show two were held) Police arrested two men in Arvi, the council said.",
        [("Police arrested two men in Arvi", "the council")],
    ),
    "a report denied is its reporter's": (
        "The service denied a report by Al-Rafid TV that a drone had struck the airport.",
        [("a drone had struck the airport", "Al-Rafid TV")],
    ),
    "how a ministry counts is no source": (
        "The ministry, which draws no line between the two in its counts, said 82 people died.",
        [
            (
                "82 people died",
                "The ministry, which draws no line between the two in its counts",
            )
        ],
    ),
    "nobody is named": (
        "It was reported that Arvi had fallen.",
        [("Arvi had fallen",)],
    ),
    "hearsay with its subject before it": (
        "Oman is understood to have brokered their release.",
        [("Oman is understood to have brokered their release",)],
    ),
    "as somebody tells it": (
        "As the mayor tells it, 20 men were shot.",
        [("20 men were shot", "the mayor")],
    ),
    "on somebody's account": (
        "On the army's account, 20 rebels were killed at Arvi.",
        [("20 rebels were killed at Arvi", "the army")],
    ),
    "a picture taken on a day": (
        "A satellite picture taken on Monday shows burned houses in Arvi.",
        [("burned houses in Arvi", "A satellite picture")],
    ),
    "somebody in a picture": (
        "The channel carried a video in which a soldier says he shot two prisoners.",
        [("he shot two prisoners", "The channel", "a soldier")],
    ),
    "a verdict on a longer object": (
        "The chief monitor called the attack on Arvi a war crime.",
        [("the attack on Arvi a war crime", "The chief monitor")],
    ),
    "the day of a statement, and how long a fight took": (
        "The army said the next day that Arvi held. Soldiers described a four-hour fight in Arvi.",
        [("Arvi held", "The army"), ("a four-hour fight in Arvi", "Soldiers")],
    ),
    "an outlet told, and on what terms": (
        "Two officials told Nord24 on condition of anonymity that the bridge had been blown up.",
        [("the bridge had been blown up", "Nord24", "Two officials")],
    ),
    "a kind of outlet with its name": (
        "A military source told the agency Nord that the bridge had been blown up.",
        [("the bridge had been blown up", "the agency Nord", "A military source")],
    ),
    "an outlet told, of which more is said": (
        "Six houses burned, the mayor told Nord24, which did not name him.",
        [("Six houses burned", "Nord24", "the mayor")],
    ),
    "a report that cites others": (
        "According to a report by Nord24, which cites two officials, the bridge was blown up.",
        [("the bridge was blown up", "Nord24", "two officials")],
    ),
    "whose claim it is": (
        "The channel Red Line relayed the brigade's claim that the bridge had been blown up.",
        [("the bridge had been blown up", "The channel Red Line", "the brigade")],
    ),
    "who backs an account": (
        "Dorn's account was backed by the governor, who said the men had been seen in Arvi.",
        [("the men had been seen in Arvi", "the governor")],
    ),
}
RUSSIAN: Rows = {
    "who took it on himself": (
        "Ответственность за взрыв взяла на себя группировка «Чёрный день».",
        [
            (
                "Ответственность за взрыв взяла на себя группировка «Чёрный день»",
                "группировка «Чёрный день»",
            )
        ],
    ),
    "who was told, in quotation marks": (
        "Очевидец рассказал «Северу»: «Стреляли со стороны моста, потом всё стихло».",
        [("«Стреляли со стороны моста, потом всё стихло»", "Очевидец")],
    ),
    "what a source did before it said so": (
        "Наблюдатели, проанализировав снимки, пришли к выводу, что уничтожено три самолёта.",
        [("уничтожено три самолёта", "Наблюдатели")],
    ),
    "when a report came out": (
        "Согласно отчёту миссии, обнародованному 31 июля, за месяц погибли 14 человек.",
        [("за месяц погибли 14 человек", "отчёту миссии")],
    ),
    "what is being checked": (
        "Школу обстреляли. Уточняется информация о раненых.",
        [("Школу обстреляли",)],
    ),
    "two verbs with their own “that”": (
        "Мэр сказал, что мост восстановят, и заявил, что школу обстреляли повстанцы.",
        [("мост восстановят", "Мэр"), ("школу обстреляли повстанцы", "Мэр")],
    ),
    "what a picture lets see": (
        "На видео, снятом 2 августа, видно, как солдаты обстреляли школу.",
        [("солдаты обстреляли школу", "видео, снятом 2 августа")],
    ),
    "what is claimed to be so": (
        "Власти утверждают, будто школа пустовала.",
        [("школа пустовала", "Власти")],
    ),
    "another story": (
        "Родители рассказывают другое: на уроках были дети.",
        [("на уроках были дети", "Родители")],
    ),
    "a clause that points back": (
        "Повстанцы захватили мост, об этом сообщает агентство «Север» со ссылкой на жителей.",
        [("Повстанцы захватили мост", "агентство «Север»", "жителей")],
    ),
    "another that does": (
        "Повстанцы захватили мост, о чём заявил их командир.",
        [("Повстанцы захватили мост", "их командир")],
    ),
    "no proof behind a dash": (
        "Эксперты полагают, что дамба была подорвана изнутри, — доказательств этому пока нет.",
        [("дамба была подорвана изнутри", "Эксперты")],
    ),
    "a report that somebody has seen": (
        "В отчёте ООН, который видел Reuters, говорится о казнях пленных.",
        [("о казнях пленных", "Reuters", "отчёте ООН")],
    ),
    "a denial of what nobody is named for": (
        "В генштабе опровергли информацию об окружении бригады.",
        [("опровергли информацию об окружении бригады", "генштабе")],
    ),
    "a denial of what others said": (
        "Военные опровергли заявление ополченцев о взятии моста.",
        [("взятии моста", "ополченцев")],
    ),
    "whose message it is, in the genitive": (
        "Появилось сообщение бригады о том, что высота взята.",
        [("высота взята", "бригады")],
    ),
    "a denial of nothing": ("Потери российской стороны не признаёт.", []),
    "how the sentence before reached us": (
        "БПЛА атаковали нефтебазу в Кропоткине. Об этом рано утром сообщил в своём канале "
        "оперативный штаб.",
        [
            (
                "БПЛА атаковали нефтебазу в Кропоткине",
                "своём канале",
                "оперативный штаб",
            )
        ],
    ),
    "hearsay": (
        "Издание «Атлантик» узнало от трёх чиновников, что Вашингтон предложил перемирие.",
        [("Вашингтон предложил перемирие", "Издание «Атлантик»", "трёх чиновников")],
    ),
    "as somebody says": (
        "Посредниками, как утверждают в Абу-Даби, выступили Эмираты.",
        [("Посредниками, как утверждают в Абу-Даби, выступили Эмираты", "Абу-Даби")],
    ),
    "a verdict whose object stands before it": (
        "Взрыв был в понедельник. Дамаск эти сведения назвал «вбросом».",
        [
            ("Взрыв был в понедельник",),
            ("эти сведения назвал «вбросом»", "Дамаск"),
        ],
    ),
    "what is spoken of stands first": (
        "О скорой эвакуации Орехова писали местные паблики.",
        [("О скорой эвакуации Орехова", "местные паблики")],
    ),
    "a count behind its content": (
        "В приграничье погибли 34 жителя, подсчитали в группе «Счёт».",
        [("В приграничье погибли 34 жителя", "группе «Счёт»")],
    ),
    "a video in which something is seen": (
        "Канал «Рубеж» показал видео, на котором сдаётся рота 117-й бригады.",
        [("сдаётся рота 117-й бригады", "Канал «Рубеж»")],
    ),
    "who owns up": (
        "Группировка «Север» взяла на себя ответственность за удар по складу.",
        [
            (
                "взяла на себя ответственность за удар по складу",
                "Группировка «Север»",
            )
        ],
    ),
    "his words inside the marks": (
        "«Сначала ударили по площади, — говорит пекарь. — Потом по рынку».",
        [
            (
                "«Сначала ударили по площади, — говорит пекарь. — Потом по рынку»",
                "пекарь",
            )
        ],
    ),
    "a determiner that stands for a man": (
        "Тот утверждает, что грузовик забрали с грузом.",
        [("грузовик забрали с грузом", "Тот")],
    ),
    "nobody is named": (
        "Сообщалось, что Арви взят.",
        [("Арви взят",)],
    ),
    "a mere figure with its verb": (
        "Минздрав сообщил о девяти погибших. В больнице говорят о двенадцати.",
        [("о девяти погибших", "Минздрав"), ("говорят о двенадцати", "больнице")],
    ),
    "rumours go round": (
        "Ходят слухи, что мэр Арви арестован.",
        [("мэр Арви арестован",)],
    ),
    "what a paper implies": (
        "Число погибших выросло до девяти, следует из сводки Минздрава.",
        [("Число погибших выросло до девяти", "сводки Минздрава")],
    ),
    "an initial before the verb": (
        "Жительница Арви Оксана П. вспоминает, что сначала загорелся склад.",
        [("сначала загорелся склад", "Жительница Арви Оксана П.")],
    ),
    "a source of an outlet somewhere": (
        "Источник агентства «Норд» в полиции рассказал о двух убитых.",
        [
            (
                "о двух убитых",
                "агентства «Норд»",
                "Источник агентства «Норд» в полиции",
            )
        ],
    ),
    "an outlet told by its mere name": (
        "Пресс-секретарь Анна Лис подтвердила «Норду», что погибли двое.",
        [("погибли двое", "«Норду»", "Пресс-секретарь Анна Лис")],
    ),
    "whom an outlet cites stands first": (
        "Со ссылкой на двух чиновников «Норд» сообщил, что мост взорван.",
        [("мост взорван", "«Норд»", "двух чиновников")],
    ),
    "the outlet of an interview stands first": (
        "В интервью «Норду» генерал заявил, что мост взорван.",
        [("мост взорван", "«Норду»", "генерал")],
    ),
}
UKRAINIAN: Rows = {
    "an enemy thrown back": (
        "Бійці відкинули ворога біля Часового Яру, повідомили в бригаді.",
        [("Бійці відкинули ворога біля Часового Яру", "бригаді")],
    ),
    "what is being checked": (
        "Мер сказав, що зруйновано школу, інформація про постраждалих уточнюється.",
        [("зруйновано школу", "Мер")],
    ),
    "when a report came out": (
        "Згідно зі звітом місії, оприлюдненим 31 липня, за місяць зафіксовано 214 обстрілів.",
        [("за місяць зафіксовано 214 обстрілів", "звітом місії")],
    ),
    "a clause that points back": (
        "У складі вибухнула ракета, про це повідомляє ДСНС.",
        [("У складі вибухнула ракета", "ДСНС")],
    ),
    "what a picture lets see": (
        "На відео, оприлюдненому 2 серпня, видно, як бійці обстріляли школу.",
        [("бійці обстріляли школу", "відео, оприлюдненому 2 серпня")],
    ),
    "a denial behind a comma": (
        "Влада заявила про атаку на Арві, у Силах оборони це заперечили.",
        [("про атаку на Арві", "Влада")],
    ),
    "a figure behind a dash": (
        "Влада стверджує, що евакуйовано 300 людей, волонтери кажуть — не більше сотні.",
        [("евакуйовано 300 людей", "Влада"), ("не більше сотні", "волонтери")],
    ),
    "a denial of what nobody is named for": (
        "В ЗСУ спростували заяву про оточення.",
        [("спростували заяву про оточення", "ЗСУ")],
    ),
    "a source behind a dash": (
        "У Сумах одинадцятеро поранених, двоє з них діти, — міська прокуратура.",
        [("У Сумах одинадцятеро поранених, двоє з них діти", "міська прокуратура")],
    ),
    "a pronoun behind its verb": (
        "«Його спитали, де він», — пригадує вона одну з розмов.",
        [("«Його спитали, де він»", "вона")],
    ),
    "a verdict": (
        "Речниця МЗС охрестила повідомлення із Сеула «коміксами».",
        [("повідомлення із Сеула «коміксами»", "Речниця МЗС")],
    ),
    "a boast": (
        "Міноборони РФ вихваляється захопленням села Степове.",
        [("захопленням села Степове", "Міноборони РФ")],
    ),
    "a past tense that the rules of grammar give": (
        "Уночі збито 60 дронів, відзвітували Повітряні сили.",
        [("Уночі збито 60 дронів", "Повітряні сили")],
    ),
    "who owns up": (
        "Угруповання «Північ» взяло на себе відповідальність за удар по складу.",
        [
            (
                "взяло на себе відповідальність за удар по складу",
                "Угруповання «Північ»",
            )
        ],
    ),
    "a source in brackets at the end": (
        "За добу знищено 1040 окупантів (Генштаб).",
        [("За добу знищено 1040 окупантів", "Генштаб")],
    ),
    "nobody is named": (
        "Повідомлялося, що Арві взято.",
        [("Арві взято",)],
    ),
    "what a paper implies": (
        "Кількість загиблих зросла до дев'яти, випливає зі зведення МОЗ.",
        [("Кількість загиблих зросла до дев'яти", "зведення МОЗ")],
    ),
    "the hour of a post is no label": (
        "Поправка: у повідомленні за 08:55 ми помилково вказали Київський район.",
        [],
    ),
    "an outlet told by its mere name": (
        "Речниця Анна Ліс підтвердила «Норду», що загинули двоє.",
        [("загинули двоє", "«Норду»", "Речниця Анна Ліс")],
    ),
}


def table(rows: Rows) -> list[object]:
    """The rows of a table as parameters with their names."""
    return [pytest.param(*row, id=name) for name, row in rows.items()]


@pytest.mark.parametrize(("text", "expected"), table(ENGLISH))
def test_english(text: str, expected: list[tuple[str, ...]]) -> None:
    """What is claimed in a construction, and through whom."""
    lead = "It rained all week. "  # a document of one sentence would be a headline
    found = claims(lead + text)
    assert said(lead + text, found) == expected


@pytest.mark.parametrize(("text", "expected"), table(RUSSIAN))
def test_russian(text: str, expected: list[tuple[str, ...]]) -> None:
    """The same where source, verb, object and content come in any order."""
    assert said(text, claims(text, "ru")) == expected


@pytest.mark.parametrize(("text", "expected"), table(UKRAINIAN))
def test_ukrainian(text: str, expected: list[tuple[str, ...]]) -> None:
    """The same in Ukrainian."""
    assert said(text, claims(text, "uk")) == expected
