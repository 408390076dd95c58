package io.probity.application;

/** The typed parts of an application. */
record ApplicationParts(
    Applicant applicant,
    LoanRequest request,
    IncomeHistory income,
    BorrowingHistory borrowing,
    MacroContext macro) {}
