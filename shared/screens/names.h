// The names that screens and the client share: fields and actions. Addresses are written where they
// are made; client/app/route.h reads them.
#pragma once

#include <string>

#include "shared/base/tagged.h"

namespace sayso::screens {

// Fields. Radios carry one of the values named beside them.
inline constexpr char kFieldCode[] = "code";
inline constexpr char kFieldDevice[] = "device";  // mine | pin | nothing
inline constexpr char kFieldPin[] = "pin";
inline constexpr char kFieldPinAgain[] = "pin-again";
// Checkboxes. The field of one option is "<group>:<option>", "yes" when it is ticked.
inline constexpr char kFieldContactWays[] = "ways";  // call text email post none
inline constexpr char kFieldContactDetail[] = "contact-detail";
inline constexpr char kFieldContactTimes[] = "contact-times";
inline constexpr char kFieldReason[] = "reason";  // of an objection, optional
inline constexpr char kFieldDelete[] = "delete";  // checkbox on withdraw, one option: "yes"
inline constexpr char kFieldRequestKind[] = "request-kind";  // names of domain::RequestKind
inline constexpr char kFieldRequestText[] = "request-text";
inline constexpr char kFieldMessage[] = "message";
inline constexpr char kFieldReceipt[] = "receipt";  // file

// The radios of one purpose × organisation: yes | no. For a purpose without consent a group of
// checkboxes with one option, "object".
inline std::string choice_field(const PurposeId& purpose, const OrganisationId& organisation) {
  return "choice:" + purpose.value() + ":" + organisation.value();
}

inline bool is_choice_field(const std::string& field) { return field.rfind("choice:", 0) == 0; }

// Actions of buttons and forms.
inline constexpr char kActionBegin[] =
    "begin";  // from the first page: to the code, or past it when it came with the link
inline constexpr char kActionCode[] = "code";
inline constexpr char kActionDevice[] = "device";
inline constexpr char kActionPinSet[] = "pin-set";
inline constexpr char kActionUnlock[] = "unlock";
inline constexpr char kActionContact[] = "contact";
inline constexpr char kActionAnswer[] = "answer";  // the purpose page's form
inline constexpr char kActionNoToAll[] =
    "no-to-all";  // on the purpose page: picks "no" for each organisation
inline constexpr char kActionSign[] = "sign";  // on check answers
inline constexpr char kActionSendAgain[] = "send-again";
inline constexpr char kActionWithdraw[] = "withdraw";  // the form on the withdraw page
inline constexpr char kActionObject[] = "object";
inline constexpr char kActionRequest[] = "request";  // the form of a new request
inline constexpr char kActionMessage[] = "message";  // a word to one that is open
inline constexpr char kActionChooseAgain[] =
    "choose-again";  // "choose-again:BASE": starts choosing at purpose 1
inline constexpr char kActionChooseOne[] =
    "choose-one";  // "choose-one:N": goes to the purpose of line N of home
inline constexpr char kActionReceiptFile[] = "receipt-file";  // "receipt-file:REFERENCE"
inline constexpr char kActionPrint[] = "print";
inline constexpr char kActionRecovery[] = "recovery";
inline constexpr char kActionConfirmCode[] = "confirm-code";  // six digits to read out
inline constexpr char kActionConfirmDone[] = "confirm-done";  // they were read out
inline constexpr char kActionHeldTable[] = "held-table";      // "held-table:BASE": saves as CSV
inline constexpr char kActionHeldJson[] = "held-json";        // "held-json:BASE"
inline constexpr char kActionReopen[] = "reopen";  // starts a visit anew, with what is kept here
inline constexpr char kActionSignOut[] = "sign-out";
inline constexpr char kActionStay[] = "stay";               // the visit is not to end yet
inline constexpr char kActionForget[] = "forget";           // removes what is kept on this device
inline constexpr char kActionSimpleView[] = "simple-view";  // toggles
inline constexpr char kActionSettings[] = "settings";       // the form of a person's own settings
inline constexpr char kActionAloud[] = "aloud";             // reads the screen aloud, or stops
inline constexpr char kActionRenewReceipt[] = "renew-receipt";  // "renew-receipt:REFERENCE"
inline constexpr char kActionCheckReceipt[] = "check-receipt";

}  // namespace sayso::screens
