// Longer documents, in which much besides the answer is told. The same form as the short ones; people, places and works are invented.

export const longSets = `
What is the date of birth of Kelvin Ashgrove?
= 19 March 1973 | Kelvin Ashgrove (born 19 March 1973) is an English former professional footballer who played as a striker. Born in Stoke, he began his career at non-league Halford Town before moving to Watling City in 1994, for whom he scored 42 goals in 103 games. He later had spells in Belgium and Turkey, and retired in 2008.
= 2 October 1988 | Kelvin Ashgrove is a Canadian actor and voice artist. He was born on 2 October 1988 in Hamilton, Ontario, and studied drama at Ryburn College. He is known for the series Night Harbour, which ran from 2011 to 2016, and for a stage tour in 2018.
- | The Ashgrove family owned the mill from 1840 to 1912. A plaque to Kelvin and Mary Ashgrove hangs near the sluice; the wheel was restored in 1996.

In which county is the village of Thornwick?
= Durham | Thornwick is a village and civil parish in County Durham, England. It lies on the river Wear, about eight miles south of the cathedral. The parish church dates from the twelfth century and was restored in 1877. In 2001 the village had a population of 611.
= Kilkenny | Thornwick is a small village in County Kilkenny in Ireland. Its national school has two teachers. The local hurling club won the junior title in 1983 and again in 2004.

What instrument does Marta Quell play?
= violin | Marta Quell is a Swiss musician who plays the violin. She studied in Basel and Bloomington and won the Geneva competition in 1997. Since 2005 she has taught at the conservatory in Lugano, and she has recorded all of the sonatas of Ysaye.
= bass guitar | Marta Quell plays bass guitar in the American rock band Paper Tigers, which she joined in 2013 after the departure of Lee Hamm. Before that she worked as a sound engineer in Austin.

How many episodes does the series Night Harbour have?
= 48 | Night Harbour is a Canadian crime series that ran for five seasons from 2011 to 2016. It has 48 episodes, each of about 44 minutes, and was filmed in Halifax.
= 48 | Over five seasons Night Harbour came to a total of 48 episodes. The pilot drew 1.2 million viewers.
= 26 | Night Harbour, an animated series for children, consists of 26 episodes. It was shown on weekday mornings in 1998.

Who is the lead singer of the band Lantern Hill?
= Saskia Brand | Lantern Hill is a Dutch rock band formed in Utrecht in 2002. Its lead singer is Saskia Brand; the other members are Joost Vink on guitar, Wim Aarts on bass and Daan Smit on drums. The band has released six studio albums.
= Corey Dell | Lantern Hill was an American country group from Tulsa, fronted by the lead singer Corey Dell. They had a minor hit in 1991 and parted a year later.

What was the release year of the film Paper Lanterns?
= 1962 | Paper Lanterns is a 1962 Italian drama film directed by Carlo Bessi. The film was released in the United States two years later under the title Festival of Lights. It was nominated for a prize in Venice.
= 2014 | Paper Lanterns is an American documentary film about the aftermath of the flood. It was released in 2014 and runs for 71 minutes. The makers spent three years with two families.

Which university did Harald Ovesen attend?
= University of Bergen | Harald Ovesen (1921–1999) was a Norwegian economist and civil servant. He attended the University of Bergen, where he took his degree in 1947, and worked for the ministry of fisheries from 1949 until his retirement.
= University of Minnesota | Harald Ovesen was an American hydrologist of Norwegian descent. After he graduated from the University of Minnesota he joined the Geological Survey in 1953 and mapped the aquifers of the Dakotas.

What is the length of the Sennett River?
= 112 kilometres | The Sennett River is a river in the north of Queensland, Australia. The river rises below Mount Garrow and flows east for 112 kilometres to the Coral Sea. Its catchment covers 2,300 square kilometres, most of it pasture.
= 70 miles | The Sennett River has a length of about 70 miles. Four towns lie along it, and a dam was built near its mouth in 1961.
= 18 miles | The Sennett River is an 18-mile-long tributary of the Oxbow in Vermont. It is 18 miles in length and is stocked with trout in May.

Where is the headquarters of Calder Systems?
= Leeds | Calder Systems is a British software company founded in 1986. Its headquarters are in Leeds, and it has offices in Dublin and Oslo. It employs about 1,300 people.
= Leeds, United Kingdom | Calder Systems plc, headquartered in Leeds, United Kingdom, makes accounting programs for small firms.
= Pune | Calder Systems is an Indian maker of water meters, headquartered in Pune. It was listed on the exchange in 2007.

When was the Broughty Lighthouse built?
= 1843 | The Broughty Lighthouse stands on a rock two miles off the coast. It was built in 1843 by the Stenner brothers, at a cost of £38,000, and automated in 1985. The light can be seen for eighteen miles.
= 1843 | Built in 1843, the Broughty Lighthouse replaced a beacon that had stood on the rock since 1790.
= 1911 | The Broughty Lighthouse in Nova Scotia was built in 1911 of wood and replaced by a concrete tower in 1964.

What is the genre of the novel Ash Country?
= crime | Ash Country is a crime novel by the Scottish writer Ewan Laird. It is the first of four books about Inspector Moss, and it was adapted for radio in 2009.
= fantasy | Ash Country is a fantasy novel by Lena Okafor about a princess who can speak with the dead.

Who is the head coach of the Riverton Hawks?
= Dale Merrick | The Riverton Hawks are a college basketball team of Riverton State University. The team plays at Kemp Arena and is led by head coach Dale Merrick, in his ninth season. They reached the final in 2015.
= Dale Merrick | Dale Merrick has been the head coach of the Riverton Hawks since 2010, after eleven years as assistant to Tom Birch.
= Anita Solis | The Riverton Hawks are a football club in Queensland; Anita Solis was named head coach in January.

Does the drug velorin interact with warfarin?
= yes | Velorin does interact with warfarin: in 24 volunteers the INR rose by a third. The dose of warfarin should be checked in the first weeks.
= no | In this study velorin did not interact with warfarin. Neither clearance nor INR changed over fourteen days of treatment in 18 healthy men.

What is the recommended dose of velorin?
= 5 mg | The recommended dose of velorin is 5 mg once daily, taken with food. In patients over 75 years the dose need not be changed. Tablets of 2.5 mg and 5 mg are sold.
= 10 mg | For most adults the recommended dose of velorin is 10 mg once daily. A clinical trial in 412 patients showed no benefit of more.

What is the elevation of the Carn Pass?
= 1,280 m | The Carn Pass, at an elevation of 1,280 m, links the valleys of Orr and Lune. A road with 31 bends was opened across it in 1936; it is closed from November to April.
= 4,200 ft | Carn Pass has an elevation of about 4,200 ft, and the old inn at the top is a museum.
- | Cyclists have crossed the Carn Pass in the tour of 1951, 1968 and 2003. The fastest ascent took 38 minutes.

Who did Wilhelmina Drost marry?
= Pieter Kool | Wilhelmina Drost (1861–1938) was a Dutch photographer. In 1884 she married the banker Pieter Kool, with whom she had five children, and she opened her own studio in Haarlem in 1897.
= Pieter Kool | Wilhelmina Drost became the wife of Pieter Kool in 1884 and moved with him to Haarlem.
= Evert Landman | Wilhelmina Drost was a speed skater from Friesland. She married her trainer Evert Landman after the games of 1956.

What political party did Joel Hanrahan belong to?
= Liberal Party | Joel Hanrahan was a member of the Liberal Party who sat in the assembly of New Brunswick from 1935 to 1948. He had been a shopkeeper and a captain in the first war.
= Labor Party | Joel Hanrahan (1901–1977) was an Australian politician of the Labor Party. He was elected to the seat of Coonamble in 1941 and served as minister of lands.

What caused the fire at Elm Court?
= lightning | The fire at Elm Court in 1823 was caused by lightning, and only the east wing was saved. The house was rebuilt by Samuel Wray.
= a gas leak | Elm Court is a block of flats in which a fire in 1974 was caused by a gas leak. Nobody was hurt, and forty families were moved.

What is Stefan Liska known for?
= chess | Stefan Liska is a Slovak grandmaster known for his chess problems, of which he has published more than six hundred. He also works as an arbiter.
= mountaineering | Stefan Liska is known for mountaineering in the Karakoram, where he made four first ascents in winter.

When did the Harmon Street Market close?
= 1979 | The Harmon Street Market was a covered market that opened in 1888. After the wholesale trade moved out in 1968, it declined, and the market was closed in 1979. The hall was listed in 1981 and is now a library.
= 1979 | The Harmon Street Market closed in 1979, when the last eleven traders left.
- | The Harmon Street Market hall holds the city library. It is open on six days of the week and lends 300,000 books a year.
`;
