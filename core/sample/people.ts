// The invented people and customers of the sample firm.

/** [name, role, kind of contract, wage an hour or a month in main units of a euro-like currency] */
export const STAFF = [
  ['Ana Weber', 'administrator', 'monthly', 6200],
  ['Jonas Keller', 'manager', 'monthly', 5400],
  ['Mirela Petrović', 'manager', 'monthly', 5250],
  ['Sofia Lindqvist', 'employee', 'monthly', 4300],
  ['Daniel Okafor', 'employee', 'monthly', 4150],
  ['Yusuf Demir', 'employee', 'hourly', 27.5],
  ['Claire Moreau', 'employee', 'monthly', 4480],
  ['Tomás Herrera', 'employee', 'hourly', 24.8],
  ['Ingrid Solberg', 'employee', 'partTime', 3120],
  ['Priya Raman', 'employee', 'monthly', 4720],
  ['Lukas Brandt', 'employee', 'hourly', 22.35],
  ['Emma Fitzgerald', 'employee', 'hourly', 23.9],
] as const

export const FIRST_NAMES = [
  ...'Adam Alma Amir Anton Astrid Bea Boris Carla Chiara Dario Dana Elif Elena Emil Eva Felix Fiona Goran Greta Hana'.split(
    ' ',
  ),
  ...'Hugo Ida Ivan Jana Jakob Karim Katja Leo Lena Marek Maya Milan Nadia Nils Nora Oskar Paula Rafael Rosa Viktor'.split(
    ' ',
  ),
] as const

export const LAST_NAMES = [
  ...'Adler Berg Bianchi Costa Dahl Dubois Eriksen Ferrari Fuchs Garcia Haas Hansen Horvat Ivanov Jansen Kaya'.split(
    ' ',
  ),
  ...'Kovač Lang Larsen Maier Meyer Nagy Novak Olsen Peters Rossi Santos Schulz Silva Sommer Toth Vogel Wolf Zeman'.split(
    ' ',
  ),
] as const

/** The firm's own name among its customers: for what is done for nobody else. */
export const INTERNAL = 'Lindqvist & Weber (internal)'

/** [name, contact person] */
export const CUSTOMERS = [
  ['Aldermoor Dental Practice', 'Dr. Ruth Calloway'],
  ['Amberline Textiles', 'Giulia Ferri'],
  ['Arbor & Finch Architects', 'Peter Finch'],
  ['Bakkerij De Gouden Aar', 'Marieke Visser'],
  ['Bergstein Maschinenbau GmbH', 'Holger Pfeiffer'],
  ['Blue Heron Publishing', 'Naomi Adler'],
  ['Brackwater Marine Supplies', 'Owen Tregear'],
  ['Brightwell Primary School', 'Helen Marsh'],
  ['Café Kolonial', 'Matteo Brun'],
  ['Calder Valley Farm Shop', 'Joan Ackroyd'],
  ['Cinderford Housing Trust', 'Asha Patel'],
  ['Clearbrook Water Engineering', 'Simon Dalby'],
  ['Copper Kettle Catering', 'Laura Quinn'],
  ['Dornfeld Weinhandel', 'Anke Dornfeld'],
  ['Drumlin Outdoor', 'Ciarán Walsh'],
  ['Eastgate Physiotherapy', 'Karin Holm'],
  ['Elbe Logistik KG', 'Thomas Rieck'],
  ['Fairhaven Care Homes', 'Beatrice Lowe'],
  ['Fernbank Garden Centre', 'Alan Pryor'],
  ['Fjordlys Energi AS', 'Marte Haugen'],
  ['Galerie Nordlicht', 'Friederike Thal'],
  ['Glasswing Optics', 'Ming Zhao'],
  ['Greyfriars Solicitors', 'Eleanor Voss'],
  ['Hafenkontor Versicherungsmakler', 'Jan Petersen'],
  ['Halcyon Yoga Studio', 'Inês Duarte'],
  ['Harrow & Sons Joinery', 'Mark Harrow'],
  ['Hazelmere Veterinary Clinic', 'Dr. Paul Nyman'],
  ['Imkerei Sonnentau', 'Rosi Gruber'],
  ['Inkwell Translations', 'Camille Roche'],
  ['Ironbridge Cycling Club', 'Gareth Pugh'],
  ['Juniper Street Theatre', 'Malika Benali'],
  ['Kestrel Aviation Training', 'Andrew Boyd'],
  ['Kleinert Elektrotechnik', 'Uwe Kleinert'],
  ['Larkspur Interiors', 'Sabine Ott'],
  ['Lighthouse Credit Union', 'Maeve Corrigan'],
  ['Lumen Street Lighting', 'Piotr Zielinski'],
  ['Maison Perrault Chocolats', 'Luc Perrault'],
  ['Meadowgate Nurseries', 'Tessa Birch'],
  ['Millrace Brewing Company', 'Rob Thackeray'],
  ['Mosaik Kulturverein e.V.', 'Leyla Arslan'],
  ['Northfold Insurance Brokers', 'Diane Ashby'],
  ['Oakhurst Golf Club', 'Colin Reeve'],
  ['Otterbach Gemeindeverwaltung', 'Monika Seidl'],
  ['Papeterie Blanc', 'Julie Blanc'],
  ['Pinecrest Property Management', 'Victor Hale'],
  ['Quarry Lane Ceramics', 'Hanneke Bos'],
  ['Redpoint Climbing Hall', 'Stefan Auer'],
  ['Riverside Language School', 'Marta Kowal'],
  ['Saltmarsh Pottery', 'Freya Lund'],
  ['Silverbirch Accountants', 'Nigel Frost'],
  ['Steinbach Apotheke', 'Dr. Heike Steinbach'],
  ['Stonegate Antiques', 'Philip Marlow'],
  ['Studio Tre Colli', 'Paolo Conti'],
  ['Tamarind Kitchen', 'Deepa Nair'],
  ['Tidewater Sailing School', 'Lars Mikkelsen'],
  ['Vale of Ash Parish Council', 'Margaret Dunne'],
  ['Vantage Robotics', 'Dr. Ji-woo Han'],
  ['Willowbrook Nursery School', 'Susan Peel'],
  ['Zimmerei Hollenbach', 'Georg Hollenbach'],
] as const
