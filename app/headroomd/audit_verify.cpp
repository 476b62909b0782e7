// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/audit_verify.h"

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/base/utc_text.h"

#include <ostream>

namespace headroom::app {

namespace {

void printBreaks(const AuditReport& report, std::ostream& out)
{
    for (const auto& found : report.breaks) {
        out << "BROKEN at record " << found.firstBad << ": " << found.why;
        if (found.isRecorded) {
            out << " (found by the service, which went on in a new file)";
        }
        out << '\n';
    }
}

void printSummary(const AuditReport& report, std::ostream& out)
{
    out << report.records << (report.records == 1 ? " record" : " records") << " in order in "
        << report.segments << (report.segments == 1 ? " file" : " files");
    if (report.oldest) {
        out << ", oldest " << toUtcText(report.oldest->time);
    }
    out << '\n';
    if (report.torn) {
        out << "unfinished: " << report.torn->bytes << " bytes of record " << report.torn->sequence
            << " at the end of " << report.torn->segment
            << ", never acknowledged; the service cuts them off when it starts\n";
    }
    if (report.newest) {
        out << "head " << toText(*report.newest) << " of " << toUtcText(report.newest->time)
            << '\n';
    }
}

}  // namespace

ExitCode verifyAudit(const AuditVerifyOptions& options, std::ostream& out, std::ostream& err)
{
    std::vector<AuditHead> known;
    if (!options.head.empty()) {
        const auto head = headFromText(options.head);
        if (!head) {
            err << "headroomd: --head takes NUMBER:HASH or a hash of 64 lower-case hex digits\n";
            return kExitUsage;
        }
        known.push_back(*head);
    }
    PosixFileSystem files;
    const auto trail = options.stateDirectory / "audit";
    const bool isWholeTrail = options.file.empty();
    const auto report = isWholeTrail ? verifyTrail(files, trail, known)
                                     : verifySegment(files, options.file, known);
    if (!report) {
        err << "headroomd: " << report.error().text() << '\n';
        return report.error().code == ErrorCode::NotFound ? kExitNoInput : kExitIo;
    }
    if (report->segments == 0 && !report->witness) {
        err << "headroomd: there is no audit trail in " << trail.string() << '\n';
        return kExitNoInput;
    }
    printBreaks(*report, out);
    printSummary(*report, out);
    if (report->isWhole()) {
        out << "WHOLE\n";
    }
    return report->isWhole() ? kExitWhole : kExitBroken;
}

}  // namespace headroom::app
