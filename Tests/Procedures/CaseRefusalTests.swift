import Core
import Procedures
import Testing

@Suite struct CaseRefusalTests {
  private static let step = Bilingual(zh: "审批同意", en: "approve")

  @Test(
    "every refusal says what is wrong and what to do",
    arguments: [
      (
        .unknownTransition("x"), "办事流程里没有“x”这一步。请刷新页面，看它现在办到哪一步。",
        "CAS001 the procedure has no step “x”. Open the page anew to see where the case stands."
      ),
      (
        .notFromHere(step, Bilingual(zh: "已到账", en: "paid")),
        "这件事现在是“已到账”，不能“审批同意”。请刷新页面，看它现在办到哪一步。",
        "CAS002 the case is “paid” now; “approve” is not possible there. Open the page anew to see where the case stands."
      ),
      (
        .notYourRole, "这一步不由您的角色办理。请转给负责的同事。",
        "CAS003 this step is not for your role. Hand it to the colleague who is responsible."
      ),
      (
        .notYourRegion, "这件事不在您负责的范围内。请转给负责的同事。",
        "CAS004 this case is outside your area of responsibility. Hand it to the colleague who is responsible."
      ),
      (
        .ownMatter, "这是您本人或您所代表单位的事，您不能经办。请由另一位同事办理。",
        "CAS005 this is your own matter, or that of an organisation you speak for. Another colleague has to do it."
      ),
      (
        .otherStage(Stage.intake.label), "您已经办过这件事的“受理”，不能再办另一个环节。请由另一位同事办理。",
        "CAS006 you have taken part in the intake of this case and may not take part in another stage. Another colleague has to do it."
      ),
      (
        .signedAlready, "您已经签过了。还需要其他人签。",
        "CAS007 you have signed already. Somebody else has to sign."
      ),
      (
        .notYourDepartment, "这一步由会审部门办理。请等各部门答复。",
        "CAS008 this step is for the departments of the joint check. Wait for the departments to answer."
      ),
      (
        .departmentSignedAlready, "您的部门已经签过了。还需要其他人签。",
        "CAS009 your department has signed already. Somebody else has to sign."
      ),
      (
        .missing(.reason), "没有写理由。请用一两句话写明理由。",
        "CAS010 no reason is given. Say why in a sentence or two."
      ),
      (
        .missing(.evidence), "没有上传材料。请先上传至少一份材料。",
        "CAS010 no evidence is attached. Attach at least one document first."
      ),
      (
        .missing(.account), "没有收款账户。请先填写收款账户。",
        "CAS010 there is no account to pay to. Give the account first."
      ),
      (
        .missing(.selfScores), "自评分还没有填完。请给每一项打分。",
        "CAS010 the self score is not complete. Give points for every item."
      ),
      (
        .missing(.reviewScores), "审核分还没有填完。请给每一项打分。",
        "CAS010 the review score is not complete. Give points for every item."
      ),
    ] as [(CaseRefusal, String, String)]) func words(
      _ refusal: CaseRefusal, _ zh: String, _ en: String
    )
  {
    #expect(refusal.message.zh + "。" + refusal.advice.zh == zh)
    #expect("\(refusal.code) \(refusal.message.en). \(refusal.advice.en)" == en)
  }
}
