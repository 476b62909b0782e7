<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>headroom::SourceSwitch</name>
    <message>
        <source>A fleet is opened with headroom --fleet URL; the test says whether the server answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line names a source, which wins at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AckButton</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertTableModel</name>
    <message>
        <source>waits for acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsDetails</name>
    <message>
        <source>Details of the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close · Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge with a note, or add one · N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off the list for a time, or back on it · S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHELVED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RESPOND WITHIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACTIVE FOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACKNOWLEDGED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LASTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an alert to see its steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsPage</name>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledgement filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search text, initials, notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search · /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is listed to a CSV file · E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsTable</name>
    <message>
        <source>Alerts, active ones first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsTimeline</name>
    <message>
        <source>Steps of this alert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::BannerPanel</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificateHeadPanel</name>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certified </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review cycle </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next review </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CERTIFIED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OWNER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REVIEW CYCLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT REVIEW</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificationPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>review recorded; the next one is due on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review not recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not exported: the day of the next review is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificationTools</name>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add review to calendar (.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the limits as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add review to calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the limits to a CSV file · E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the next review to a calendar · C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the certificate as PDF · P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign a review · R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ClockPanel</name>
    <message>
        <source>Time and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no fresh data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ContactBand</name>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetPage</name>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>No server is named. Start Headroom with --fleet and the address of a Prometheus server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search · /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to know about this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page lists many depositories, worst first, from a Prometheus server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Headroom with the address of the server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/fleet.md says what the server needs, on one page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetSummary</name>
    <message>
        <source>The fleet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetTable</name>
    <message>
        <source>Depositories, worst first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetWall</name>
    <message>
        <source>Fleet, worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 worst · headroom is that of the fullest limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F11 leave wall mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FootPanel</name>
    <message>
        <source>Depository and certification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ForecastChart</name>
    <message>
        <source>Storage forecast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::GatePanel</name>
    <message>
        <source>GATE UNKNOWN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::LevelSegments</name>
    <message>
        <source>Which levels are listed; arrow keys choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::LimitTable</name>
    <message>
        <source>The seven certified limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAFE LIMIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROOF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEAK IN 30 DAYS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HEADROOM LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::Rail</name>
    <message>
        <source>1 alert to acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alerts to acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ReviewDialog</name>
    <message>
        <source>Record review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved or not, it moves the next review on by one cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved or not, it moves the next review from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Earlier reviews are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the signature means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed as owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is needed: it is the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the signature means is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 bytes each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is %1 bytes too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve, or do not: nobody decides it for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the audit trail, for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourceCard</name>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this source: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourceReportBox</name>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesModel</name>
    <message>
        <source>Covers: not known until a test succeeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers %1 of %2 limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesNotice</name>
    <message>
        <source>Accept this trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice about the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice about the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the trail as it is counts as the right one, and what this dashboard had seen of it is forgotten. Do you know why it changed?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesPage</name>
    <message>
        <source>Embedded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes and reads its own artifacts, for trying things out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filesystem path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storage used, artifact sizes and count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active writes, throughput, latency, database size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Headroom agent next to the depository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the token is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the certificate is verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add CA file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet through Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many depositories, one server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits that it covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it writes and reads is set on the Workload page (Ctrl+9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, if the service asks for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be kept %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates are always verified: system authorities, TLS 1.2 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates are always verified: authorities of %1, TLS 1.2 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not switched: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::StripPanel</name>
    <message>
        <source>Other limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdsDialog</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed: it is kept with the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept with the change, under your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdsPage</name>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halt new writes while storage is unknown (fail closed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo · Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo · Ctrl+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the service itself to judge by these thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backtest on the last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backtest on the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n values edited</source>
        <translation>
            <numerusform>%n Wert geändert</numerusform>
            <numerusform>%n Werte geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors to fix before saving</source>
        <translation>
            <numerusform>vor dem Sichern %n Fehler beheben</numerusform>
            <numerusform>vor dem Sichern %n Fehler beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Save · Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save locally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send thresholds to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service itself will judge by them, for everybody: gate, alerts, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this dashboard and used for its screens only. The service is asked nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force from the next moment on, and after every restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file of thresholds: it is larger than 1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changes nothing:
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported: look at it, then save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fix the errors before exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>METRIC, THRESHOLDS, BANDS WITH LIVE VALUE AND LAST 24 H</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrendsChart</name>
    <message>
        <source>Past of one metric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomePicture</name>
    <message>
        <source>CERTIFIED LIMIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomeRow</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in workload, nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a remote service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address and token of a Headroom agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a fleet through Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many depositories, worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sliders and scenarios, no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much room is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a limit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headroom watches a depository against its 7 certified limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet. Choose where to start; you can change it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds start at the values certified on %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headroom::ui::viewList</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Last</translation>
    </message>
</context>
</TS>
