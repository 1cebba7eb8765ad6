// One passage of our own writing for the gate's tests: a made-up drug, a made-up museum.

export const drugPassage = `Velorin tablets: summary for prescribers

The mean elimination half-life of velorin is 12 hours in healthy adults. In patients with severe renal impairment the half-life increases to 31 hours.
The recommended starting dose is 5 mg once daily, and the dose should not exceed 20 mg per day.
Velorin was approved in Norway in March 2011 and in Canada in June 2014. The agency of Denmark rejected it in 2013.
Dizziness was reported by 8% of patients on velorin and by 3% of patients on placebo.
Velorin does not cross the placenta, but it is found in milk. It must not be given together with tamorol.
Most patients over 65 years need at least 2 weeks of treatment before blood pressure falls.
The Harbour trial enrolled 1,234 patients in Bergstad; the Lindqvist trial enrolled 310 patients in Osthaven.
Professor Anna Lindqvist of Bergstad University led the study with support from the Helmer Foundation.`;

export const drugContext = "Velorin: summary for prescribers\nNorden Medicines Agency\n2015\nvelorin\nVelorex";
