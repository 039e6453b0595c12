import Vocabulary

/// The shapes of everything a town holds.
struct Shapes: Sendable {
  let person, organisation, household: Shape
  let certificate, employment, insurance, wage, training, apprenticeship, award, relocation: Shape
  let settlement, grade, rating, account, title, claim: Shape
  let hire, studio, base, demonstration, contest, delegation, seminar, standard: Shape
  let evaluation, selection, equityPlan, indicator: Shape

  /// - Throws: `SynthesisProblem.notInVocabulary`.
  init(_ vocabulary: Vocabulary) throws(SynthesisProblem) {
    func shape(_ name: String, _ fields: String...) throws(SynthesisProblem) -> Shape {
      try Shape(vocabulary, name, fields)
    }
    person = try shape(
      "person", "name", "idNumber", "gender", "birthDate", "education", "fullTimeEducation",
      "region", "registeredRegion", "phone")
    organisation = try shape(
      "organisation", "name", "uscc", "kind", "region", "industry", "aboveScale")
    household = try shape("household", "region", "members", "lowIncome", "perCapitaIncome")
    certificate = try shape(
      "certificate", "occupation", "level", "kind", "issuedOn", "issuer", "number")
    employment = try shape(
      "employment", "employer", "from", "to", "post", "frontLine", "contractFrom", "contractTo",
      "fullTime")
    insurance = try shape("insurance", "scheme", "from", "to", "region")
    wage = try shape("wage", "employer", "year", "amount", "skillAllowance")
    training = try shape(
      "training", "institution", "employer", "course", "kind", "from", "to", "hours", "cost")
    apprenticeship = try shape(
      "apprenticeship", "employer", "institution", "from", "to", "feePaid", "year", "joined")
    award = try shape("award", "series", "contest", "rank", "name", "level", "grantedOn")
    relocation = try shape(
      "relocation", "employer", "fromRegion", "arrivedOn", "contractMonths", "fullTime",
      "confirmed", "talentClass")
    settlement = try shape("settlement", "kind", "on", "price", "months")
    grade = try shape("grade", "occupation", "grade", "grantedOn", "employer")
    rating = try shape("rating", "scheme", "stars", "year", "grantedOn")
    account = try shape("account", "bank", "number", "holder", "from")
    title = try shape("title", "grade", "field", "grantedOn")
    claim = try shape("claim", "benefit", "subject", "on", "amount")
    hire = try shape("hire", "person", "on", "preJobHours")
    studio = try shape("studio", "leader", "level", "foundedOn")
    base = try shape("base", "level", "industryCategory", "foundedOn", "open")
    demonstration = try shape("demonstration", "level", "grantedOn")
    contest = try shape("contest", "class", "on", "cost")
    delegation = try shape("delegation", "contest", "on", "trainingCost", "entryCost")
    seminar = try shape(
      "seminar", "kind", "on", "participants", "cost", "lecturersFrom", "inPlan")
    standard = try shape("standard", "status", "on")
    evaluation = try shape("evaluation", "of", "year", "score")
    selection = try shape("selection", "scheme", "year", "selfScore", "reviewScore", "result")
    equityPlan = try shape("equityPlan", "form", "from", "persons", "share")
    indicator = try shape("indicator", "year", "name", "value")
  }
}
