<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlertTableRow</name>
    <message>
        <source>missed</source>
        <translation>verpasst</translation>
    </message>
    <message>
        <source>met</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>over %1</source>
        <comment>longer than</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>flattert</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gebrochen</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
</context>
<context>
    <name>AlertsDisplay</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>flattert</translation>
    </message>
    <message>
        <source>No active alerts</source>
        <translation>Keine aktiven Alarme</translation>
    </message>
    <message>
        <source>last: %1, cleared %2</source>
        <translation>zuletzt: %1, gegangen %2</translation>
    </message>
    <message>
        <source>24 h: %1 raised</source>
        <translation>24 h: %1 gekommen</translation>
    </message>
    <message>
        <source>Alerts not known yet</source>
        <translation>Alarme noch nicht bekannt</translation>
    </message>
    <message>
        <source>reading what was stored</source>
        <translation>Gespeichertes wird gelesen</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 active · %2 to acknowledge</source>
        <translation>%1 aktiv · %2 zu quittieren</translation>
    </message>
    <message>
        <source>NOT ON DISK: %1</source>
        <translation>NICHT AUF DER PLATTE: %1</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>%1 nicht quittiert</translation>
    </message>
    <message>
        <source>OVERDUE %1</source>
        <translation>ÜBERFÄLLIG %1</translation>
    </message>
</context>
<context>
    <name>BannerDisplay</name>
    <message>
        <source>Least: %1, %2 left</source>
        <translation>Am knappsten: %1, noch %2</translation>
    </message>
    <message>
        <source>Latency p99 over SLA: %1 of %2</source>
        <translation>Latenz p99 über SLA: %1 von %2</translation>
    </message>
    <message>
        <source>%1 over limit: %2 of %3</source>
        <translation>%1 über der Grenze: %2 von %3</translation>
    </message>
    <message>
        <source>%1 at limit: %2 of %3</source>
        <translation>%1 an der Grenze: %2 von %3</translation>
    </message>
    <message>
        <source>Audit chain broken</source>
        <translation>Prüfkette gebrochen</translation>
    </message>
    <message>
        <source>%1, %2 until below %3</source>
        <translation>%1, %2 bis unter %3</translation>
    </message>
    <message>
        <source>%1, above %2</source>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>%1, at %2 or more</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1 writes refused</source>
        <translation>%1 Schreibvorgänge abgewiesen</translation>
    </message>
    <message>
        <source>%1 STALE</source>
        <translation>%1 STALE</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 other limits have headroom</source>
        <translation>%1 andere Grenzwerte haben Reserve</translation>
    </message>
    <message>
        <source>last data %1</source>
        <translation>letzte Daten %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 of %2 limits have data</source>
        <translation>%1 von %2 Grenzwerten haben Daten</translation>
    </message>
    <message>
        <source>%1 · was %2</source>
        <translation>%1 · war %2</translation>
    </message>
    <message>
        <source>All %1 limits have headroom</source>
        <translation>Alle %1 Grenzwerte haben Reserve</translation>
    </message>
    <message>
        <source>%1 of %2 limits have headroom</source>
        <translation>%1 von %2 Grenzwerten haben Reserve</translation>
    </message>
    <message>
        <source>%1 · %2 not measured</source>
        <translation>%1 · %2 nicht gemessen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>waiting for the first reading</source>
        <translation>warte auf den ersten Messwert</translation>
    </message>
    <message>
        <source>GATE UNKNOWN</source>
        <translation>FREIGABE UNKNOWN</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>WRITES OPEN</source>
        <translation>SCHREIBEN FREI</translation>
    </message>
    <message>
        <source>WRITES PAUSED</source>
        <translation>SCHREIBEN PAUSIERT</translation>
    </message>
    <message>
        <source>WRITES HALTED</source>
        <translation>SCHREIBEN GESTOPPT</translation>
    </message>
    <message>
        <source>not told by this service</source>
        <translation>sagt dieser Dienst nicht</translation>
    </message>
    <message>
        <source>last known: %1</source>
        <translation>zuletzt bekannt: %1</translation>
    </message>
    <message>
        <source>pause at %1, storage unknown</source>
        <translation>Pause ab %1, Speicher unbekannt</translation>
    </message>
    <message>
        <source>pause at %1, halt at %2</source>
        <translation>Pause ab %1, Stopp ab %2</translation>
    </message>
    <message>
        <source>HTTP 429 until below %1</source>
        <translation>HTTP 429 bis unter %1</translation>
    </message>
    <message>
        <source>HTTP 503, storage unknown</source>
        <translation>HTTP 503, Speicher unbekannt</translation>
    </message>
    <message>
        <source>HTTP 503 until below %1</source>
        <translation>HTTP 503 bis unter %1</translation>
    </message>
    <message>
        <source>writes admitted, refused</source>
        <translation>Schreibvorgänge zugelassen, abgewiesen</translation>
    </message>
    <message>
        <source>%1 admitted</source>
        <translation>%1 zugelassen</translation>
    </message>
</context>
<context>
    <name>Certification</name>
    <message>
        <source>What scales safely</source>
        <translation>Was sicher skaliert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Load-tested on</source>
        <translation>Lasttest am</translation>
    </message>
    <message>
        <source>not load-tested</source>
        <translation>kein Lasttest</translation>
    </message>
    <message>
        <source>What does not scale</source>
        <translation>Was nicht skaliert</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Never assume</source>
        <translation>Nie voraussetzen</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Reality</source>
        <translation>Wirklichkeit</translation>
    </message>
    <message>
        <source>So</source>
        <translation>Daher</translation>
    </message>
    <message>
        <source>%1 reach their limit</source>
        <translation>%1 erreichen ihre Grenze</translation>
    </message>
    <message>
        <source>%1 reaches its limit</source>
        <translation>%1 erreicht die Grenze</translation>
    </message>
    <message>
        <source>Audit chain is broken</source>
        <translation>Prüfkette ist gebrochen</translation>
    </message>
    <message>
        <source>%1 reach %2</source>
        <comment>level</comment>
        <translation>%1 erreichen %2</translation>
    </message>
    <message>
        <source>%1 reaches %2</source>
        <comment>level</comment>
        <translation>%1 erreicht %2</translation>
    </message>
    <message>
        <source>halts writes, HTTP 503</source>
        <translation>stoppt das Schreiben, HTTP 503</translation>
    </message>
    <message>
        <source>pauses new writes, HTTP 429</source>
        <translation>pausiert neue Schreibvorgänge, HTTP 429</translation>
    </message>
    <message>
        <source>writes stay open</source>
        <translation>Schreiben bleibt frei</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Reaktionsfrist</translation>
    </message>
    <message>
        <source>What the gate does</source>
        <translation>Was die Schreibfreigabe tut</translation>
    </message>
    <message>
        <source>* house default: not in the certified matrix</source>
        <translation>* Hausvorgabe: nicht in der zertifizierten Matrix</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Drosselung</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Do not fit together</source>
        <translation>Passt nicht zusammen</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch nicht beantwortet</translation>
    </message>
    <message>
        <source>CONTRADICTED</source>
        <translation>WIDERSPRUCH</translation>
    </message>
    <message>
        <source>ONLY IF</source>
        <translation>NUR WENN</translation>
    </message>
    <message>
        <source>The limits in force fit together</source>
        <translation>Die geltenden Grenzwerte passen zusammen</translation>
    </message>
    <message>
        <source>DRIFTED: %1 in force</source>
        <translation>ABWEICHUNG: %1 gilt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>within limit</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>überschritten</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>hash chain broken at %1</source>
        <translation>Hashkette gebrochen bei %1</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gebrochen</translation>
    </message>
    <message>
        <source>hash chain unbroken</source>
        <translation>Hashkette unversehrt</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>%1 reviewed</source>
        <translation>%1 überprüft</translation>
    </message>
    <message>
        <source>%1 certified</source>
        <translation>%1 zertifiziert</translation>
    </message>
    <message>
        <source>%1 review due</source>
        <translation>%1 Überprüfung fällig</translation>
    </message>
    <message>
        <source>OVERDUE %1</source>
        <translation>ÜBERFÄLLIG: %1</translation>
    </message>
    <message>
        <source>the review was due; nothing here is simply valid until it is done</source>
        <translation>die Überprüfung war fällig; bis dahin gilt hier nichts ohne Vorbehalt</translation>
    </message>
    <message>
        <source>DUE TODAY</source>
        <translation>HEUTE FÄLLIG</translation>
    </message>
    <message>
        <source>DUE IN %1</source>
        <translation>FÄLLIG, NOCH %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>DRIFTED</source>
        <translation>ABWEICHUNG</translation>
    </message>
    <message>
        <source>NOT APPROVED</source>
        <translation>NICHT FREIGEGEBEN</translation>
    </message>
    <message>
        <source>the last review did not approve</source>
        <translation>die letzte Überprüfung gab nicht frei</translation>
    </message>
    <message>
        <source>Reviewed %1 by %2, %3: %4</source>
        <translation>Überprüft %1 von %2, %3: %4</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>nicht freigegeben</translation>
    </message>
    <message>
        <source>%1 limits certified. %2 within limit over the last 30 days</source>
        <translation>%1 Grenzwerte zertifiziert. %2 in den letzten 30 Tagen eingehalten</translation>
    </message>
    <message>
        <source>%1 limits certified. %2 within limit over the last 30 days, %3 not observed</source>
        <translation>%1 Grenzwerte zertifiziert. %2 in den letzten 30 Tagen eingehalten, %3 nicht beobachtet</translation>
    </message>
    <message>
        <source>%1 exceeded</source>
        <translation>%1 überschritten</translation>
    </message>
    <message>
        <source>No contact: %1</source>
        <translation>Kein Kontakt: %1</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Reviews and observed peaks have not been answered yet</source>
        <translation>Überprüfungen und beobachtete Spitzen sind noch nicht beantwortet</translation>
    </message>
    <message>
        <source>shown as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 limits certified</source>
        <translation>%1 Grenzwerte zertifiziert</translation>
    </message>
    <message>
        <source>OVERDUE</source>
        <translation>ÜBERFÄLLIG</translation>
    </message>
    <message>
        <source>the reviews cannot be read</source>
        <translation>die Überprüfungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>no core has answered yet</source>
        <translation>noch kein Kern hat geantwortet</translation>
    </message>
    <message>
        <source>without contact no review can be recorded</source>
        <translation>ohne Kontakt lässt sich keine Überprüfung eintragen</translation>
    </message>
    <message>
        <source>a simulation has no reviews: nothing is recorded in it</source>
        <translation>eine Simulation hat keine Überprüfungen: in ihr wird nichts eingetragen</translation>
    </message>
    <message>
        <source>read-only: an older service keeps no reviews; peaks are those that this screen has seen of it</source>
        <translation>nur lesend: ein älterer Dienst führt keine Überprüfungen; die Spitzen sind jene, die dieser Schirm von ihm gesehen hat</translation>
    </message>
</context>
<context>
    <name>ChartDisplay</name>
    <message>
        <source>−15 min</source>
        <translation>−15 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>ms, log scale · 15 min</source>
        <translation>ms, logarithmisch · 15 min</translation>
    </message>
    <message>
        <source>ms, log · 15 min</source>
        <translation>ms, log · 15 min</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>no samples yet</source>
        <translation>noch keine Messungen</translation>
    </message>
    <message>
        <source>SLA %1</source>
        <translation>SLA %1</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>% of limit · 15 min</source>
        <translation>% der Grenze · 15 min</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>% of limit: %1 writes, %2 · 15 min</source>
        <translation>% der Grenze: %1 Schreiber, %2 · 15 min</translation>
    </message>
</context>
<context>
    <name>ContactDisplay</name>
    <message>
        <source>%1 ahead</source>
        <translation>%1 vor</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 nach</translation>
    </message>
    <message>
        <source>NO CONTACT %1</source>
        <translation>KEIN KONTAKT %1</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>seit %1 · %2</translation>
    </message>
    <message>
        <source>hatched values are the last ones heard</source>
        <translation>schraffierte Werte sind die zuletzt empfangenen</translation>
    </message>
    <message>
        <source>NOT THE CHOSEN SOURCE</source>
        <translation>NICHT DIE GEWÄHLTE QUELLE</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>AUDIT TRAIL CHANGED</source>
        <translation>PRÜFPFAD VERÄNDERT</translation>
    </message>
    <message>
        <source>CLOCK %1</source>
        <translation>UHR %1</translation>
    </message>
    <message>
        <source>the source&apos;s clock, against this one</source>
        <translation>die Uhr der Quelle, gegen diese hier</translation>
    </message>
    <message>
        <source>ages count from when data arrive; set the clocks</source>
        <translation>Alter zählt ab dem Eintreffen; bitte die Uhren stellen</translation>
    </message>
    <message>
        <source>unknown since %1</source>
        <translation>unbekannt seit %1</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Alerts cannot be evaluated</source>
        <translation>Alarme lassen sich nicht beurteilen</translation>
    </message>
    <message>
        <source>before the loss: not known</source>
        <translation>vor dem Ausfall: nicht bekannt</translation>
    </message>
    <message>
        <source>before the loss: none active</source>
        <translation>vor dem Ausfall: keine aktiv</translation>
    </message>
    <message>
        <source>before the loss: %1 active, worst %2</source>
        <translation>vor dem Ausfall: %1 aktiv, höchste Stufe %2</translation>
    </message>
</context>
<context>
    <name>FleetReply</name>
    <message>
        <source>sends unreadable data: %1</source>
        <translation>sendet unlesbare Daten: %1</translation>
    </message>
    <message>
        <source>a sample without labels, time or value</source>
        <translation>ein Messwert ohne Labels, Zeit oder Wert</translation>
    </message>
    <message>
        <source>a sample with %1 labels</source>
        <translation>ein Messwert mit %1 Labels</translation>
    </message>
    <message>
        <source>a label that is no short text</source>
        <translation>ein Label, das kein kurzer Text ist</translation>
    </message>
    <message>
        <source>answers with more than what was asked for</source>
        <translation>antwortet mit mehr als gefragt war</translation>
    </message>
    <message>
        <source>is no Prometheus server: its answer has no vector</source>
        <translation>ist kein Prometheus-Server: seine Antwort hat keinen Vektor</translation>
    </message>
    <message>
        <source>the answer is not whole</source>
        <translation>die Antwort ist unvollständig</translation>
    </message>
</context>
<context>
    <name>FleetWords</name>
    <message>
        <source>Writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Artifact size</source>
        <translation>Artefaktgröße</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>%1 %2 of its limit</source>
        <translation>%1 %2 der Grenze</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>limit, reading, its maximum</comment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>its scrape fails; nothing was heard for a day</source>
        <translation>Abfrage schlägt fehl; seit einem Tag nichts gehört</translation>
    </message>
    <message>
        <source>no data since %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>no data since %1 of %2</source>
        <comment>time, day</comment>
        <translation>keine Daten seit %1 am %2</translation>
    </message>
    <message>
        <source>nothing fresh is measured there</source>
        <translation>dort wird nichts Aktuelles gemessen</translation>
    </message>
    <message>
        <source>%1, paused 429</source>
        <translation>%1, pausiert 429</translation>
    </message>
    <message>
        <source>%1, halted 503</source>
        <translation>%1, gestoppt 503</translation>
    </message>
    <message>
        <source>least: %1</source>
        <translation>am knappsten: %1</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>KEINE DATEN</translation>
    </message>
    <message>
        <source>This server knows no depository</source>
        <translation>Dieser Server kennt kein Depot</translation>
    </message>
    <message>
        <source>%1 of %2 needs somebody</source>
        <translation>%1 von %2 braucht jemanden</translation>
    </message>
    <message>
        <source>%1 of %2 need somebody</source>
        <translation>%1 von %2 brauchen jemanden</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be seen</source>
        <translation>%1 von %2 nicht sichtbar</translation>
    </message>
    <message>
        <source>The one depository has headroom</source>
        <translation>Das einzige Depot hat Reserve</translation>
    </message>
    <message>
        <source>All %1 depositories have headroom</source>
        <translation>Alle %1 Depots haben Reserve</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>at its limit</source>
        <translation>an der Grenze</translation>
    </message>
    <message>
        <source>no date: the history is %1 long</source>
        <translation>kein Datum: der Verlauf umfasst nur %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1: noch %2</translation>
    </message>
    <message>
        <source>%1 not before %2</source>
        <translation>%1: mindestens noch %2</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>ausgesetzt</translation>
    </message>
    <message>
        <source>storage unknown since %1</source>
        <translation>Speicher unbekannt seit %1</translation>
    </message>
    <message>
        <source>%1/day</source>
        <translation>%1/Tag</translation>
    </message>
    <message>
        <source>%1/h</source>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>asking the history</source>
        <translation>Verlauf wird abgefragt</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>Verlauf zu kurz</translation>
    </message>
    <message>
        <source>needs 10 min of readings</source>
        <translation>braucht 10 min Messwerte</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>no trend in %1</source>
        <translation>kein Trend über %1</translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation>abnehmend</translation>
    </message>
    <message>
        <source>STORAGE FORECAST</source>
        <translation>SPEICHERPROGNOSE</translation>
    </message>
    <message>
        <source>storage · %1</source>
        <translation>Speicher · %1</translation>
    </message>
    <message>
        <source>Forecast on hold</source>
        <translation>Prognose ausgesetzt</translation>
    </message>
    <message>
        <source>Storage forecast</source>
        <translation>Speicherprognose</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>%1 to resume below %2</source>
        <translation>%1 bis Freigabe unter %2</translation>
    </message>
    <message>
        <source>%1 to HTTP 503</source>
        <translation>%1 bis HTTP 503</translation>
    </message>
    <message>
        <source>SLA breached</source>
        <translation>SLA verletzt</translation>
    </message>
    <message>
        <source>%1 to SLA breach</source>
        <translation>%1 bis SLA-Verletzung</translation>
    </message>
    <message>
        <source>RED until below %1</source>
        <translation>RED bis unter %1</translation>
    </message>
    <message>
        <source>RED until %1</source>
        <translation>RED bis %1</translation>
    </message>
    <message>
        <source>%1 to</source>
        <comment>before the sign of a level</comment>
        <translation>%1 bis</translation>
    </message>
    <message>
        <source>OVER LIMIT</source>
        <translation>ÜBER GRENZE</translation>
    </message>
    <message>
        <source>TO SLA %1</source>
        <translation>BIS SLA %1</translation>
    </message>
    <message>
        <source>HEADROOM</source>
        <translation>RESERVE</translation>
    </message>
    <message>
        <source>live %1</source>
        <translation>live %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
</context>
<context>
    <name>HttpReply</name>
    <message>
        <source>refused the token (401); give a valid one with --token-file</source>
        <translation>hat das Token abgewiesen (401); ein gültiges mit --token-file angeben</translation>
    </message>
    <message>
        <source>does not allow this with the token given (403)</source>
        <translation>erlaubt das mit diesem Token nicht (403)</translation>
    </message>
    <message>
        <source>does not answer to this host name (421)</source>
        <translation>antwortet nicht auf diesen Hostnamen (421)</translation>
    </message>
    <message>
        <source>is asked too often (429)</source>
        <translation>wird zu oft gefragt (429)</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>antwortete mit %1</translation>
    </message>
    <message>
        <source>answered %1, a redirect; redirects are not followed, use the address that it leads to</source>
        <translation>antwortete mit %1, einer Weiterleitung; Weiterleitungen wird nicht gefolgt, bitte die Zieladresse verwenden</translation>
    </message>
    <message>
        <source>sends compressed data that were not asked for</source>
        <translation>sendet komprimierte Daten, die nicht verlangt waren</translation>
    </message>
    <message>
        <source>sends more than 8 MiB in one answer</source>
        <translation>sendet mehr als 8 MiB in einer Antwort</translation>
    </message>
    <message>
        <source>sends unreadable data: %1 instead of %2</source>
        <translation>sendet unlesbare Daten: %1 statt %2</translation>
    </message>
    <message>
        <source>something without a type</source>
        <translation>etwas ohne Typ</translation>
    </message>
    <message>
        <source>closed the connection without an answer</source>
        <translation>hat die Verbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>closed the connection within the head of its answer</source>
        <translation>hat die Verbindung im Kopf der Antwort geschlossen</translation>
    </message>
    <message>
        <source>closed the connection within its answer</source>
        <translation>hat die Verbindung mitten in der Antwort geschlossen</translation>
    </message>
    <message>
        <source>sends a head that is too long</source>
        <translation>sendet einen zu langen Kopf</translation>
    </message>
    <message>
        <source>sends something that is no HTTP</source>
        <translation>sendet etwas, das kein HTTP ist</translation>
    </message>
    <message>
        <source>sends a head that cannot be read</source>
        <translation>sendet einen unlesbaren Kopf</translation>
    </message>
    <message>
        <source>sends something that is no answer</source>
        <translation>sendet etwas, das keine Antwort ist</translation>
    </message>
    <message>
        <source>says twice how long its answer is</source>
        <translation>gibt die Länge der Antwort zweimal an</translation>
    </message>
    <message>
        <source>sends its answer in a coding that was not asked for</source>
        <translation>sendet die Antwort in einer nicht verlangten Kodierung</translation>
    </message>
    <message>
        <source>sends a length that is no number</source>
        <translation>sendet eine Länge, die keine Zahl ist</translation>
    </message>
    <message>
        <source>sends a chunk that cannot be read</source>
        <translation>sendet einen unlesbaren Abschnitt</translation>
    </message>
    <message>
        <source>sends a chunk that is longer than it says</source>
        <translation>sendet einen Abschnitt, der länger ist als angegeben</translation>
    </message>
    <message>
        <source>sends a trailer that is too long</source>
        <translation>sendet einen zu langen Nachspann</translation>
    </message>
    <message>
        <source>sends a chunk without a length</source>
        <translation>sendet einen Abschnitt ohne Länge</translation>
    </message>
</context>
<context>
    <name>MetricView</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Concurrent writes</source>
        <translation>Parallele Schreiber</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Write throughput</source>
        <translation>Schreibdurchsatz</translation>
    </message>
    <message>
        <source>Query latency p99</source>
        <translation>Abfragelatenz p99</translation>
    </message>
    <message>
        <source>Artifact size</source>
        <translation>Artefaktgröße</translation>
    </message>
    <message>
        <source>Artifact count</source>
        <translation>Artefaktanzahl</translation>
    </message>
    <message>
        <source>Audit chain</source>
        <translation>Prüfkette</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>ms · SLA %1</source>
        <translation>ms · SLA %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>unit of limit</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>RemoteJson</name>
    <message>
        <source>sends unreadable data: %1</source>
        <translation>sendet unlesbare Daten: %1</translation>
    </message>
</context>
<context>
    <name>RemoteRequests</name>
    <message>
        <source>sends thresholds that this program cannot read: %1</source>
        <translation>sendet Schwellenwerte, die dieses Programm nicht lesen kann: %1</translation>
    </message>
</context>
<context>
    <name>RemoteSnapshot</name>
    <message>
        <source>speaks version %1 of the interface and this program version %2; update the dashboard</source>
        <translation>spricht Version %1 der Schnittstelle, dieses Programm Version %2; bitte das Dashboard aktualisieren</translation>
    </message>
    <message>
        <source>speaks version %1 of the interface and this program version %2; update the service</source>
        <translation>spricht Version %1 der Schnittstelle, dieses Programm Version %2; bitte den Dienst aktualisieren</translation>
    </message>
</context>
<context>
    <name>RemoteUrl</name>
    <message>
        <source>the address of the service is missing; it looks like https://depot.example.org:8000</source>
        <translation>die Adresse des Dienstes fehlt; sie sieht aus wie https://depot.example.org:8000</translation>
    </message>
    <message>
        <source>the address is longer than %1 characters</source>
        <translation>die Adresse ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>die Adresse muss mit http:// oder https:// beginnen</translation>
    </message>
    <message>
        <source>the address must not hold a backslash</source>
        <translation>die Adresse darf keinen Backslash enthalten</translation>
    </message>
    <message>
        <source>the address must not hold a user or password; give the token as a file</source>
        <translation>die Adresse darf weder Benutzer noch Passwort enthalten; das Token als Datei angeben</translation>
    </message>
    <message>
        <source>the host must be written in ASCII letters, without blanks</source>
        <translation>der Host muss in ASCII-Zeichen ohne Leerzeichen geschrieben sein</translation>
    </message>
    <message>
        <source>the host holds letters that can look like others; if you mean it, write it as %1</source>
        <translation>der Host enthält Zeichen, die wie andere aussehen; falls er gemeint ist, als %1 schreiben</translation>
    </message>
    <message>
        <source>the host must not hold percent signs</source>
        <translation>der Host darf keine Prozentzeichen enthalten</translation>
    </message>
    <message>
        <source>the port must be a number from 1 to 65535</source>
        <translation>der Port muss eine Zahl von 1 bis 65535 sein</translation>
    </message>
    <message>
        <source>the address names no host</source>
        <translation>die Adresse nennt keinen Host</translation>
    </message>
    <message>
        <source>the host %1 is no place of a service</source>
        <translation>unter dem Host %1 gibt es keinen Dienst</translation>
    </message>
    <message>
        <source>the host %1 is neither a name nor an address</source>
        <translation>der Host %1 ist weder ein Name noch eine Adresse</translation>
    </message>
    <message>
        <source>the address must end before ? and #</source>
        <translation>die Adresse muss vor ? und # enden</translation>
    </message>
    <message>
        <source>the path of the address must be plain, such as /headroom</source>
        <translation>der Pfad der Adresse muss einfach sein, etwa /headroom</translation>
    </message>
    <message>
        <source>this is no address such as https://depot.example.org:8000</source>
        <translation>das ist keine Adresse wie https://depot.example.org:8000</translation>
    </message>
</context>
<context>
    <name>SimulationMarks</name>
    <message>
        <source>drill by %1, %2 left</source>
        <translation>Übung von %1, noch %2</translation>
    </message>
    <message>
        <source>%1 · this screen only, not audited</source>
        <translation>%1 · nur auf diesem Schirm, nicht im Prüfpfad</translation>
    </message>
    <message>
        <source>live gate not touched</source>
        <translation>echte Freigabe unberührt</translation>
    </message>
    <message>
        <source>live: %1</source>
        <translation>live: %1</translation>
    </message>
    <message>
        <source>%1 simulated</source>
        <translation>%1 simuliert</translation>
    </message>
    <message>
        <source>live state is %1</source>
        <translation>Echtzustand ist %1</translation>
    </message>
    <message>
        <source>Esc ends the drill</source>
        <translation>Esc beendet die Übung</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>%1 at %2</source>
        <comment>metric, value</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>would be %1: %2</source>
        <translation>wäre %1: %2</translation>
    </message>
    <message>
        <source>simulated, +%1 from now</source>
        <translation>simuliert, +%1 ab jetzt</translation>
    </message>
    <message>
        <source>simulated, now</source>
        <translation>simuliert, jetzt</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>nothing to answer</source>
        <translation>nichts zu beantworten</translation>
    </message>
    <message>
        <source>respond IMMEDIATE</source>
        <translation>Reaktion IMMEDIATE</translation>
    </message>
    <message>
        <source>respond within %1</source>
        <translation>Reaktionsfrist %1</translation>
    </message>
    <message>
        <source>%1 writers</source>
        <translation>%1 Schreibern</translation>
    </message>
    <message>
        <source>%1 in %2, at %3</source>
        <translation>%1: noch %2, bei %3</translation>
    </message>
    <message>
        <source>Write gate</source>
        <translation>Schreibfreigabe</translation>
    </message>
    <message>
        <source>OPEN</source>
        <translation>FREI</translation>
    </message>
    <message>
        <source>PAUSED 429</source>
        <translation>PAUSIERT 429</translation>
    </message>
    <message>
        <source>HALTED 503</source>
        <translation>GESTOPPT 503</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Was geschehen würde</translation>
    </message>
    <message>
        <source>everything held as set</source>
        <translation>alles bleibt wie eingestellt</translation>
    </message>
    <message>
        <source>%1, other sliders held</source>
        <translation>%1, übrige Regler unverändert</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>fired</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>time</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Writes are admitted again</source>
        <translation>Schreiben ist wieder frei</translation>
    </message>
    <message>
        <source>Writes are paused</source>
        <translation>Schreiben ist pausiert</translation>
    </message>
    <message>
        <source>Writes are halted</source>
        <translation>Schreiben ist gestoppt</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1 gegangen</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>%1 falls to %2</source>
        <translation>%1 fällt auf %2</translation>
    </message>
    <message>
        <source>pauses writes, 429</source>
        <translation>pausiert Schreiben, 429</translation>
    </message>
    <message>
        <source>paused, 429</source>
        <translation>pausiert, 429</translation>
    </message>
    <message>
        <source>halts writes, 503</source>
        <translation>stoppt Schreiben, 503</translation>
    </message>
    <message>
        <source>halted, 503</source>
        <translation>gestoppt, 503</translation>
    </message>
    <message>
        <source>opens again</source>
        <translation>wird wieder frei</translation>
    </message>
    <message>
        <source>open</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>the folder %1</source>
        <translation>der Ordner %1</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>die Datenbank</translation>
    </message>
    <message>
        <source>the fleet of %1</source>
        <translation>die Flotte von %1</translation>
    </message>
    <message>
        <source>local workload</source>
        <translation>lokale Last</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>give the certificate of the authority that signed it, with Add CA file.</source>
        <translation>das Zertifikat der ausstellenden Zertifizierungsstelle mit „CA-Datei hinzufügen“ angeben.</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>renew the certificate there, then test again.</source>
        <translation>das Zertifikat dort erneuern, dann neu testen.</translation>
    </message>
    <message>
        <source>certificate not valid yet</source>
        <translation>Zertifikat noch nicht gültig</translation>
    </message>
    <message>
        <source>compare the clocks of both machines, then test again.</source>
        <translation>die Uhren beider Rechner vergleichen, dann neu testen.</translation>
    </message>
    <message>
        <source>certificate of an unknown authority</source>
        <translation>Zertifikat einer unbekannten Stelle</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>Zertifikat widerrufen</translation>
    </message>
    <message>
        <source>have a new certificate made, then test again.</source>
        <translation>ein neues Zertifikat ausstellen lassen, dann neu testen.</translation>
    </message>
    <message>
        <source>certificate of another host</source>
        <translation>Zertifikat eines anderen Hosts</translation>
    </message>
    <message>
        <source>use a name that is in the certificate, or have one made for this name.</source>
        <translation>einen Namen aus dem Zertifikat verwenden oder eines für diesen Namen ausstellen lassen.</translation>
    </message>
    <message>
        <source>nobody by name</source>
        <translation>niemand namentlich</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1, issued by %2</source>
        <translation>%1, ausgestellt von %2</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>%1:%2 in %3 ms</source>
        <comment>address, port, time</comment>
        <translation>%1:%2 in %3 ms</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Test failed: %1</source>
        <translation>Test fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 The token was sent.</source>
        <translation>%1 Das Token wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 Headroom did not send the token.</source>
        <translation>%1 Headroom hat das Token nicht gesendet.</translation>
    </message>
    <message>
        <source>The service answered, but its certificate expired on %1, today.</source>
        <translation>Der Dienst hat geantwortet, aber sein Zertifikat ist am %1 abgelaufen, also heute.</translation>
    </message>
    <message>
        <source>The service answered, but its certificate expired on %1, %2 ago.</source>
        <translation>Der Dienst hat geantwortet, aber sein Zertifikat ist am %1 abgelaufen, das ist %2 her.</translation>
    </message>
    <message>
        <source>certificate not good</source>
        <translation>Zertifikat nicht in Ordnung</translation>
    </message>
    <message>
        <source>The service answered, but its certificate is valid from %1 only.</source>
        <translation>Der Dienst hat geantwortet, aber sein Zertifikat gilt erst ab %1.</translation>
    </message>
    <message>
        <source>The service answered, but its certificate cannot be trusted: %1.</source>
        <translation>Der Dienst hat geantwortet, aber seinem Zertifikat ist nicht zu trauen: %1.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Test failed: connection refused</source>
        <translation>Test fehlgeschlagen: Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>Unter %1 nimmt nichts Verbindungen an.</translation>
    </message>
    <message>
        <source>start the service there, or correct the port.</source>
        <translation>den Dienst dort starten oder den Port berichtigen.</translation>
    </message>
    <message>
        <source>Test failed: no encryption agreed on</source>
        <translation>Test fehlgeschlagen: keine gemeinsame Verschlüsselung</translation>
    </message>
    <message>
        <source>let the service speak TLS 1.2 or newer; if it speaks none, http:// works on this machine only.</source>
        <translation>den Dienst TLS 1.2 oder neuer sprechen lassen; spricht er keines, geht http:// nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Test failed: not reached</source>
        <translation>Test fehlgeschlagen: nicht erreicht</translation>
    </message>
    <message>
        <source>look at the address, the network and the firewall.</source>
        <translation>Adresse, Netz und Firewall prüfen.</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>Test fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>service, what it does not do</comment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>Test failed: not encrypted</source>
        <translation>Test fehlgeschlagen: nicht verschlüsselt</translation>
    </message>
    <message>
        <source>use https://, or leave the token out.</source>
        <translation>https:// verwenden oder das Token weglassen.</translation>
    </message>
    <message>
        <source>Test failed: token refused</source>
        <translation>Test fehlgeschlagen: Token abgewiesen</translation>
    </message>
    <message>
        <source>Test failed: a token is needed</source>
        <translation>Test fehlgeschlagen: ein Token ist nötig</translation>
    </message>
    <message>
        <source>The service does not take this token.</source>
        <translation>Der Dienst nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>The service answers nobody without a token.</source>
        <translation>Der Dienst antwortet niemandem ohne Token.</translation>
    </message>
    <message>
        <source>on the service&apos;s machine, headroomd token new read NAME makes one; type it above.</source>
        <translation>auf dem Rechner des Dienstes erzeugt headroomd token new read NAME eines; es gehört ins Feld oben.</translation>
    </message>
    <message>
        <source>Test failed: not what was looked for</source>
        <translation>Test fehlgeschlagen: nicht das Gesuchte</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>look at the address: host, port and path.</source>
        <translation>die Adresse prüfen: Host, Port und Pfad.</translation>
    </message>
    <message>
        <source>Test failed: no answer</source>
        <translation>Test fehlgeschlagen: keine Antwort</translation>
    </message>
    <message>
        <source>see whether what listens there is a Headroom service, and whether it is well.</source>
        <translation>prüfen, ob dort ein Headroom-Dienst läuft und ob er in Ordnung ist.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>An older service: polled once a second, judged and remembered here. Nothing can be acknowledged or changed there.</source>
        <translation>Ein älterer Dienst: einmal je Sekunde abgefragt, hier bewertet und aufgezeichnet. Dort lässt sich nichts quittieren oder ändern.</translation>
    </message>
    <message>
        <source>It measures: %1.</source>
        <translation>Er misst: %1.</translation>
    </message>
    <message>
        <source>You may</source>
        <translation>Sie dürfen</translation>
    </message>
    <message>
        <source>let Prometheus scrape the /metrics of a headroomd.</source>
        <translation>Prometheus die /metrics eines headroomd abfragen lassen.</translation>
    </message>
    <message>
        <source>To fix: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>Tested: %1</source>
        <translation>Getestet: %1</translation>
    </message>
    <message>
        <source>Headroom&apos;s series</source>
        <translation>Zeitreihen von Headroom</translation>
    </message>
    <message>
        <source>the server did not say</source>
        <translation>der Server sagte es nicht</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>none: no headroomd is scraped</source>
        <translation>keine: kein headroomd wird abgefragt</translation>
    </message>
    <message>
        <source>Rule headroom:rank</source>
        <translation>Regel headroom:rank</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>missing: the list is slower</source>
        <translation>fehlt: die Liste ist langsamer</translation>
    </message>
    <message>
        <source>add the rules of headroomd rules; docs/fleet.md has the lines.</source>
        <translation>die Regeln von headroomd rules hinzufügen; docs/fleet.md hat die Zeilen.</translation>
    </message>
    <message>
        <source>type one above that the server, or the proxy before it, takes.</source>
        <comment>a token</comment>
        <translation>oben eines eingeben, das der Server oder der Proxy davor annimmt.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gebrochen</translation>
    </message>
    <message>
        <source>append-only · 7 y kept</source>
        <translation>nur anfügend · 7 Jahre</translation>
    </message>
    <message>
        <source>first bad record %1</source>
        <translation>erster Fehler: Eintrag %1</translation>
    </message>
    <message>
        <source>last check %1</source>
        <translation>letzte Prüfung %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 her</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>zertifiziert</translation>
    </message>
    <message>
        <source>review due soon</source>
        <translation>bald zu überprüfen</translation>
    </message>
    <message>
        <source>review OVERDUE</source>
        <translation>ÜBERFÄLLIG</translation>
    </message>
    <message>
        <source>CERTIFICATION</source>
        <translation>ZERTIFIZIERUNG</translation>
    </message>
    <message>
        <source>due %1, %2</source>
        <translation>fällig %1, %2</translation>
    </message>
    <message>
        <source>review due %1</source>
        <translation>Überprüfung fällig: %1</translation>
    </message>
    <message>
        <source>review OVERDUE %1</source>
        <translation>Überprüfung ÜBERFÄLLIG: %1</translation>
    </message>
    <message>
        <source>certified %1</source>
        <translation>zertifiziert %1</translation>
    </message>
    <message>
        <source>A acknowledge    M mute    F11 leave wall mode</source>
        <translation>A quittieren    M stumm    F11 Wandanzeige verlassen</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>a number of seconds, 0 for no hold time</source>
        <translation>eine Zahl von Sekunden, 0 für keine Haltezeit</translation>
    </message>
    <message>
        <source>a whole number of writers</source>
        <translation>eine ganze Zahl von Schreibern</translation>
    </message>
    <message>
        <source>resume must be below %1 %, where writes halt</source>
        <translation>Freigabe muss unter %1 % liegen, wo das Schreiben stoppt</translation>
    </message>
    <message>
        <source>resume must be below %1, where writes pause</source>
        <translation>Freigabe muss unter %1 liegen, wo das Schreiben pausiert</translation>
    </message>
    <message>
        <source>%1 must be above %2 (%3)</source>
        <translation>%1 muss über %2 liegen (%3)</translation>
    </message>
    <message>
        <source>in ms, it %1</source>
        <translation>in ms: %1</translation>
    </message>
    <message>
        <source>the hysteresis of %1 is larger than its bound</source>
        <translation>die Hysterese von %1 ist größer als die Schwelle</translation>
    </message>
    <message>
        <source>as a share of the limit it %1</source>
        <translation>als Anteil der Grenze: %1</translation>
    </message>
    <message>
        <source>SLA under %1, log scale</source>
        <translation>SLA unter %1, logarithmisch</translation>
    </message>
    <message>
        <source>limit %1, thresholds in %</source>
        <translation>Grenze %1, Schwellen in %</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>resume below</source>
        <translation>Freigabe unter</translation>
    </message>
    <message>
        <source>hysteresis</source>
        <translation>Hysterese</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>Haltezeit</translation>
    </message>
    <message>
        <source>%1 from</source>
        <comment>level</comment>
        <translation>%1 ab</translation>
    </message>
    <message>
        <source>%1 above</source>
        <comment>level</comment>
        <translation>%1 über</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>edited locally · certified value %1</source>
        <translation>lokal geändert · zertifizierter Wert %1</translation>
    </message>
    <message>
        <source>edited locally · certified values %1</source>
        <translation>lokal geändert · zertifizierte Werte %1</translation>
    </message>
    <message>
        <source>%1 · resume %2</source>
        <translation>%1 · Freigabe %2</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>no backtest until the error is fixed</source>
        <translation>keine Rückrechnung, bis der Fehler behoben ist</translation>
    </message>
    <message>
        <source>no backtest: %1</source>
        <translation>keine Rückrechnung: %1</translation>
    </message>
    <message>
        <source>asking the history</source>
        <translation>Verlauf wird abgefragt</translation>
    </message>
    <message>
        <source>with these thresholds the last %1 would have raised %2 (now: %3)</source>
        <translation>mit diesen Schwellenwerten hätten die letzten %1 %2 ausgelöst (jetzt: %3)</translation>
    </message>
    <message>
        <source>last %1: %2 (now: %3)</source>
        <translation>letzte %1: %2 (jetzt: %3)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>result of the backtest, how fine it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>certified %1</source>
        <translation>zertifiziert %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>local %1</source>
        <translation>lokal %1</translation>
    </message>
    <message>
        <source>in force %1</source>
        <translation>in Kraft %1</translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message>
        <source>ms, log scale</source>
        <translation>ms, logarithmisch</translation>
    </message>
    <message>
        <source>mean, lowest to highest</source>
        <translation>Mittel, kleinster bis größter Wert</translation>
    </message>
    <message>
        <source>%1, mean, lowest to highest</source>
        <comment>unit</comment>
        <translation>%1, Mittel, kleinster bis größter Wert</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SLA %1</source>
        <translation>SLA %1</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>no queries</source>
        <translation>keine Abfragen</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>asking the history</source>
        <translation>Verlauf wird abgefragt</translation>
    </message>
    <message>
        <source>not enough history: a forecast needs 10 min of readings</source>
        <translation>Verlauf zu kurz: eine Prognose braucht 10 min Messwerte</translation>
    </message>
    <message>
        <source>%1, line through %2, flat</source>
        <translation>%1, Gerade durch %2, gleichbleibend</translation>
    </message>
    <message>
        <source>%1, line through %2, %3</source>
        <comment>unit, span, growth</comment>
        <translation>%1, Gerade durch %2, %3</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>Letzte 15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>Letzte 6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1 so far above %2</source>
        <translation>bisher %1 über %2</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <comment>time, bound</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>This range</source>
        <translation>Dieser Zeitraum</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>MESSGRÖSSE</translation>
    </message>
    <message>
        <source>MIN</source>
        <translation>MIN</translation>
    </message>
    <message>
        <source>AVG</source>
        <translation>MITTEL</translation>
    </message>
    <message>
        <source>MAX</source>
        <translation>MAX</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Storage reaches</source>
        <translation>Speicher erreicht</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <translation>STUFE</translation>
    </message>
    <message>
        <source>EXPECTED</source>
        <translation>ERWARTET</translation>
    </message>
    <message>
        <source>80&#xa0;% RANGE</source>
        <translation>80-%-BEREICH</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>Verlauf zu kurz</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>flat: no date</source>
        <translation>gleichbleibend: kein Datum</translation>
    </message>
    <message>
        <source>shrinking: no date</source>
        <translation>abnehmend: kein Datum</translation>
    </message>
    <message>
        <source>Alerts in this range</source>
        <translation>Alarme in diesem Zeitraum</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Artifact size</source>
        <translation>Artefaktgröße</translation>
    </message>
    <message>
        <source>Artifact count</source>
        <translation>Artefaktanzahl</translation>
    </message>
    <message>
        <source>Audit chain</source>
        <translation>Prüfkette</translation>
    </message>
    <message>
        <source>%1&#xa0;writes</source>
        <translation>%1&#xa0;Schreiber</translation>
    </message>
    <message>
        <source>%1&#xa0;artifacts</source>
        <translation>%1&#xa0;Artefakte</translation>
    </message>
</context>
<context>
    <name>Workload</name>
    <message>
        <source>Writers</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>zugleich</translation>
    </message>
    <message>
        <source>Writes per second</source>
        <translation>Schreibvorgänge je Sekunde</translation>
    </message>
    <message>
        <source>Artifact size, up to</source>
        <translation>Artefaktgröße, bis</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>Abfragen je Sekunde</translation>
    </message>
    <message>
        <source>%1: a size from %2 to %3, such as %4 or %5</source>
        <translation>%1: eine Größe von %2 bis %3, etwa %4 oder %5</translation>
    </message>
    <message>
        <source>%1: a whole number from %2 to %3</source>
        <translation>%1: eine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>%1: a number from %2 to %3</source>
        <translation>%1: eine Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>delete-oldest: on or off</source>
        <translation>delete-oldest: on oder off</translation>
    </message>
    <message>
        <source>keep: a percentage of the storage limit from 1 to 100</source>
        <translation>keep: ein Anteil der Speichergrenze von 1 bis 100 Prozent</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of writers, rate, size, limit, queries, delete-oldest, keep</source>
        <translation>„%1“ ist keines von writers, rate, size, limit, queries, delete-oldest, keep</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither &quot;off&quot; nor KEY=VALUE</source>
        <translation>„%1“ ist weder „off“ noch KEY=VALUE</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>12 writers, 40 writes/s</source>
        <translation>12 Schreiber, 40 Schreibvorgänge/s</translation>
    </message>
    <message>
        <source>62 writers at once</source>
        <translation>62 Schreiber zugleich</translation>
    </message>
    <message>
        <source>88 writers at once</source>
        <translation>88 Schreiber zugleich</translation>
    </message>
    <message>
        <source>RED, pause</source>
        <translation>RED, Pause</translation>
    </message>
    <message>
        <source>130 writers against 100: HTTP 429</source>
        <translation>130 Schreiber gegen 100: HTTP 429</translation>
    </message>
    <message>
        <source>Fill storage</source>
        <translation>Speicher füllen</translation>
    </message>
    <message>
        <source>nothing is deleted: HTTP 503 at 100 %</source>
        <translation>nichts wird gelöscht: HTTP 503 bei 100 %</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>active alert</source>
        <translation>aktiver Alarm</translation>
    </message>
    <message>
        <source>active alerts</source>
        <translation>aktive Alarme</translation>
    </message>
    <message>
        <source>artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>damaged row</source>
        <translation>beschädigte Zeile</translation>
    </message>
    <message>
        <source>damaged rows</source>
        <translation>beschädigte Zeilen</translation>
    </message>
    <message>
        <source>depository</source>
        <translation>Depot</translation>
    </message>
    <message>
        <source>depositories</source>
        <translation>Depots</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>A span of time: &quot;42 s ago&quot;</extracomment>
        <translation>%1 her</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day of a year: %1 is its number, %2 the month: &quot;3 Aug&quot;</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>A date: %1 is the day of the week, %2 day and month, %3 the year: &quot;Mon 3 Aug 2026&quot;</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday</comment>
        <extracomment>%1 is the day of the week, %2 day and month: &quot;Mon 3 Aug&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>year</comment>
        <extracomment>%1 is day and month, %2 the year: &quot;3 Aug 2026&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>headroom::SecretStore</name>
    <message>
        <source>in the desktop&apos;s secret store</source>
        <translation>im Geheimnisspeicher des Desktops</translation>
    </message>
    <message>
        <source>in %1, for this account alone (no secret store answers here)</source>
        <translation>in %1, nur für dieses Konto (hier antwortet kein Geheimnisspeicher)</translation>
    </message>
</context>
<context>
    <name>headroom::SourceSwitch</name>
    <message>
        <source>The command line names a source, which wins at the next start.</source>
        <translation>Die Befehlszeile nennt eine Quelle; beim nächsten Start gilt sie.</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>eingebettet</translation>
    </message>
</context>
<context>
    <name>headroom::SourceTester</name>
    <message>
        <source>no such folder</source>
        <translation>kein solcher Ordner</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>create it, mount its disk, or choose another folder.</source>
        <translation>anlegen, seine Platte einhängen, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>not a folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>%1 is a file.</source>
        <translation>%1 ist eine Datei.</translation>
    </message>
    <message>
        <source>choose the folder.</source>
        <translation>den Ordner wählen.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>give this account the right to read it.</source>
        <translation>diesem Konto das Recht zum Lesen geben.</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Read through</source>
        <translation>Durchgelesen</translation>
    </message>
    <message>
        <source>in %1 ms</source>
        <translation>in %1 ms</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>cannot write</source>
        <translation>nicht schreibbar</translation>
    </message>
    <message>
        <source>An artifact cannot be written in %1: %2.</source>
        <translation>Ein Artefakt lässt sich in %1 nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>make room on that disk, or choose another one with --state-dir.</source>
        <translation>auf dieser Platte Platz schaffen, oder mit --state-dir eine andere wählen.</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>Schreibbar</translation>
    </message>
    <message>
        <source>64 KB were written and synced in %1 ms.</source>
        <translation>64 KB wurden in %1 ms geschrieben und gesichert.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Free there</source>
        <translation>Dort frei</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>look at host, port, database, role and password file.</source>
        <translation>Host, Port, Datenbank, Rolle und Passwortdatei prüfen.</translation>
    </message>
    <message>
        <source>correct what was typed.</source>
        <translation>die Eingabe berichtigen.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>twice, in %1 ms</source>
        <translation>zweimal, in %1 ms</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
</context>
<context>
    <name>headroom::TokenKeeper</name>
    <message>
        <source>in the desktop&apos;s secret store if there is one, else in a file for this account alone</source>
        <translation>im Geheimnisspeicher des Desktops, wenn es einen gibt, sonst in einer Datei nur für dieses Konto</translation>
    </message>
</context>
<context>
    <name>headroom::preferences</name>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>%1. The preferences saved last are in force.</source>
        <translation>%1. Es gelten die zuletzt gespeicherten Einstellungen.</translation>
    </message>
    <message>
        <source>%1. The usual ones are in force.</source>
        <translation>%1. Es gelten die üblichen.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AccessFields</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <comment>the token</comment>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Das Token zeigen</translation>
    </message>
    <message>
        <source>Where the token is kept</source>
        <translation>Wo das Token liegt</translation>
    </message>
    <message>
        <source>Forget token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>How the certificate is verified</source>
        <translation>Wie das Zertifikat geprüft wird</translation>
    </message>
    <message>
        <source>Add CA file…</source>
        <translation>CA-Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Certificates of authorities</source>
        <translation>Zertifikate von Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt *.cer)</source>
        <translation>PEM (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>hinterlegt; tippen ersetzt es</translation>
    </message>
    <message>
        <source>Kept %1.</source>
        <translation>Hinterlegt %1.</translation>
    </message>
    <message>
        <source>Will be kept %1.</source>
        <translation>Wird hinterlegt %1.</translation>
    </message>
    <message>
        <source>Certificates are always verified: system authorities, TLS 1.2 or newer</source>
        <translation>Zertifikate werden immer geprüft: Stellen des Systems, TLS 1.2 oder neuer</translation>
    </message>
    <message>
        <source>Certificates are always verified: authorities of %1, TLS 1.2 or newer</source>
        <translation>Zertifikate werden immer geprüft: Stellen aus %1, TLS 1.2 oder neuer</translation>
    </message>
    <message>
        <source>Remove CA file</source>
        <translation>CA-Datei entfernen</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <comment>the token</comment>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AckButton</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>%1 quittieren</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertChart</name>
    <message>
        <source>Past of the alert&apos;s metric</source>
        <translation>Vergangenheit der Messgröße des Alarms</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertNotices</name>
    <message>
        <source>%1, %2</source>
        <comment>who is told, until when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · and %2 more</source>
        <translation>%1 · und %2 weitere</translation>
    </message>
    <message>
        <source>No contact with %1</source>
        <translation>Kein Kontakt mit %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertPast</name>
    <message>
        <source>asking the history</source>
        <translation>Verlauf wird abgefragt</translation>
    </message>
    <message>
        <source>nothing recorded then</source>
        <translation>damals nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>p99 in ms</source>
        <translation>p99 in ms</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertStepsModel</name>
    <message>
        <source>nobody is told, monitor</source>
        <translation>niemand wird benachrichtigt, beobachten</translation>
    </message>
    <message>
        <source>escalated to %1, respond within %2</source>
        <translation>eskaliert an %1, Reaktionsfrist %2</translation>
    </message>
    <message>
        <source>%1, threshold %2</source>
        <translation>%1, Schwellenwert %2</translation>
    </message>
    <message>
        <source>Raised %1</source>
        <translation>Gekommen %1</translation>
    </message>
    <message>
        <source>Rose to %1</source>
        <translation>Gestiegen auf %1</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Fell to %1</source>
        <translation>Gefallen auf %1</translation>
    </message>
    <message>
        <source>Eased</source>
        <translation>Entspannt</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Quittiert von %1</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>Shelved by %1</source>
        <translation>Zurückgestellt von %1</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Wieder auf der Liste</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>Data are back</source>
        <translation>Daten sind wieder da</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>Flattert</translation>
    </message>
    <message>
        <source>No longer chattering</source>
        <translation>Flattert nicht mehr</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Response deadline</source>
        <translation>Reaktionsfrist</translation>
    </message>
    <message>
        <source>%1 older steps</source>
        <translation>%1 ältere Schritte</translation>
    </message>
    <message>
        <source>in the alert history</source>
        <translation>im Alarmverlauf</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertTableModel</name>
    <message>
        <source>waits for acknowledgement</source>
        <translation>wartet auf Quittierung</translation>
    </message>
    <message>
        <source>%1 in all that is kept</source>
        <translation>%1 in allem Aufbewahrten</translation>
    </message>
    <message>
        <source>%1 in the last %2</source>
        <translation>%1 im Zeitraum %2</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Escalates to</source>
        <translation>Eskaliert an</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>reading what was stored</source>
        <translation>Gespeichertes wird gelesen</translation>
    </message>
    <message>
        <source>%1 · %2 damaged rows left out</source>
        <translation>%1 · %2 beschädigte Zeilen ausgelassen</translation>
    </message>
    <message>
        <source>%1 · older ones in the records only</source>
        <translation>%1 · ältere nur in den Aufzeichnungen</translation>
    </message>
    <message>
        <source>%1 to acknowledge</source>
        <translation>%1 zu quittieren</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 as of %2, no contact since</source>
        <translation>%1 Stand %2, seither kein Kontakt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, worst first</source>
        <translation>%1, schwerste zuerst</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsDetails</name>
    <message>
        <source>Details of the alert</source>
        <translation>Einzelheiten des Alarms</translation>
    </message>
    <message>
        <source>Close · Esc</source>
        <translation>Schließen · Esc</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>SHELVED</source>
        <translation>ZURÜCKGESTELLT</translation>
    </message>
    <message>
        <source>RESPOND WITHIN</source>
        <translation>REAGIEREN BINNEN</translation>
    </message>
    <message>
        <source>WHO</source>
        <translation>WER</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>ACTIVE FOR</source>
        <translation>AKTIV SEIT</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>Quittieren…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>Überfällig seit %1</translation>
    </message>
    <message>
        <source>ACKNOWLEDGED</source>
        <translation>QUITTIERT</translation>
    </message>
    <message>
        <source>by nobody</source>
        <translation>von niemandem</translation>
    </message>
    <message>
        <source>LASTED</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Choose an alert to see its steps</source>
        <translation>Einen Alarm wählen, um seine Schritte zu sehen</translation>
    </message>
    <message>
        <source>Acknowledge with a note, or add one</source>
        <translation>Mit Notiz quittieren, oder eine hinzufügen</translation>
    </message>
    <message>
        <source>Off the list for a time, or back on it</source>
        <translation>Für eine Zeit von der Liste nehmen, oder zurückholen</translation>
    </message>
    <message>
        <source>Open in Trends</source>
        <translation>In Trends öffnen</translation>
    </message>
    <message>
        <source>The same metric and time on the page of Trends</source>
        <translation>Dieselbe Messgröße und Zeit auf der Seite Trends</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsDialog</name>
    <message>
        <source>Acknowledge %1</source>
        <translation>%1 quittieren</translation>
    </message>
    <message>
        <source>Add a note to %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Shelve %1</source>
        <translation>%1 zurückstellen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz anfügen</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>It stays off the list, and nobody is told, for</source>
        <translation>Von der Liste, und niemand erfährt davon, für</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note, if there is one</source>
        <translation>Notiz, falls es eine gibt</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>%1, the most at its level</source>
        <translation>%1, das Höchste bei seiner Stufe</translation>
    </message>
    <message>
        <source>%1 bytes too long</source>
        <translation>%1 Bytes zu lang</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the audit trail</source>
        <translation>Ein Grund ist nötig: er steht im Prüfpfad</translation>
    </message>
    <message>
        <source>It stands in the audit trail, under your name</source>
        <translation>Steht im Prüfpfad, unter Ihrem Namen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsPage</name>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Metric filter</source>
        <translation>Filter: Messgröße</translation>
    </message>
    <message>
        <source>Acknowledged or not</source>
        <translation>Quittiert oder nicht</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>Acknowledgement filter</source>
        <translation>Filter: Quittierung</translation>
    </message>
    <message>
        <source>Time filter</source>
        <translation>Filter: Zeit</translation>
    </message>
    <message>
        <source>Search text, initials, notes</source>
        <translation>Text, Kürzel, Notizen suchen</translation>
    </message>
    <message>
        <source>Search in alerts</source>
        <translation>In Alarmen suchen</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>not shelved</source>
        <translation>nicht zurückgestellt</translation>
    </message>
    <message>
        <source>still shelved</source>
        <translation>noch zurückgestellt</translation>
    </message>
    <message>
        <source>Export alerts</source>
        <translation>Alarme exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>geschrieben nach %1</translation>
    </message>
    <message>
        <source>not exported: %1</source>
        <translation>nicht exportiert: %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Write what is listed to a CSV file</source>
        <translation>Was aufgelistet ist, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Choose an alert</source>
        <translation>Einen Alarm wählen</translation>
    </message>
    <message>
        <source>Open its details</source>
        <translation>Seine Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>Acknowledge with a note, or add one…</source>
        <translation>Mit Notiz quittieren, oder eine hinzufügen…</translation>
    </message>
    <message>
        <source>Shelve, or bring back…</source>
        <translation>Zurückstellen, oder zurückholen…</translation>
    </message>
    <message>
        <source>Export alerts as CSV…</source>
        <translation>Alarme als CSV exportieren…</translation>
    </message>
    <message>
        <source>no open alert is chosen</source>
        <translation>kein offener Alarm ist gewählt</translation>
    </message>
    <message>
        <source>Any metric</source>
        <translation>Jede Messgröße</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>All that is kept</source>
        <translation>Alles Aufbewahrte</translation>
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
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>age</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsTable</name>
    <message>
        <source>Alerts, active ones first</source>
        <translation>Alarme, aktive zuerst</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>headroom::ui::AlertsTimeline</name>
    <message>
        <source>Steps of this alert</source>
        <translation>Schritte dieses Alarms</translation>
    </message>
</context>
<context>
    <name>headroom::ui::BacktestStrip</name>
    <message>
        <source>above: with these thresholds; below, in grey: with those in force</source>
        <translation>oben: mit diesen Schwellenwerten; unten, in Grau: mit den geltenden</translation>
    </message>
</context>
<context>
    <name>headroom::ui::BandEditor</name>
    <message>
        <source>%1 bands</source>
        <translation>%1, Bänder</translation>
    </message>
    <message>
        <source>, %1 at %2</source>
        <translation>, %1 bei %2</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>up and down choose a bound, left and right move it, Shift further</source>
        <translation>auf und ab wählen eine Grenze, links und rechts verschieben sie, mit Umschalt weiter</translation>
    </message>
</context>
<context>
    <name>headroom::ui::BannerPanel</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificateHeadPanel</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>certified </source>
        <translation>zertifiziert </translation>
    </message>
    <message>
        <source>owner </source>
        <translation>verantwortlich </translation>
    </message>
    <message>
        <source>review cycle </source>
        <translation>Prüfzyklus </translation>
    </message>
    <message>
        <source>next review </source>
        <translation>nächste Überprüfung </translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>CERTIFIED</source>
        <translation>ZERTIFIZIERT</translation>
    </message>
    <message>
        <source>OWNER</source>
        <translation>VERANTWORTLICH</translation>
    </message>
    <message>
        <source>REVIEW CYCLE</source>
        <translation>PRÜFZYKLUS</translation>
    </message>
    <message>
        <source>NEXT REVIEW</source>
        <translation>NÄCHSTE ÜBERPRÜFUNG</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificationModel</name>
    <message>
        <source>a review is under way already</source>
        <translation>es wird schon eine Überprüfung eingetragen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificationPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>review recorded; the next one is due on %1</source>
        <translation>Überprüfung eingetragen; die nächste ist am %1 fällig</translation>
    </message>
    <message>
        <source>review not recorded: %1</source>
        <translation>Überprüfung nicht eingetragen: %1</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>geschrieben: %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>not exported: the day of the next review is not known</source>
        <translation>nicht exportiert: der Tag der nächsten Überprüfung ist nicht bekannt</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Record review…</source>
        <translation>Überprüfung eintragen…</translation>
    </message>
    <message>
        <source>Export certificate as PDF…</source>
        <translation>Zertifikat als PDF exportieren…</translation>
    </message>
    <message>
        <source>Export the limits as CSV…</source>
        <translation>Grenzwerte als CSV exportieren…</translation>
    </message>
    <message>
        <source>Add review to calendar (.ics)…</source>
        <translation>Überprüfung in den Kalender (.ics)…</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CertificationTools</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Add review to calendar (.ics)</source>
        <translation>Überprüfung in den Kalender (.ics)</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>PDF exportieren</translation>
    </message>
    <message>
        <source>Record review…</source>
        <translation>Überprüfung eintragen…</translation>
    </message>
    <message>
        <source>Export the limits as CSV</source>
        <translation>Grenzwerte als CSV exportieren</translation>
    </message>
    <message>
        <source>Add review to calendar</source>
        <translation>Überprüfung in den Kalender</translation>
    </message>
    <message>
        <source>Record review</source>
        <translation>Überprüfung eintragen</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Write the limits to a CSV file</source>
        <translation>Die Grenzwerte in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Add the next review to a calendar</source>
        <translation>Die nächste Überprüfung in einen Kalender eintragen</translation>
    </message>
    <message>
        <source>Export the certificate as PDF</source>
        <translation>Das Zertifikat als PDF exportieren</translation>
    </message>
    <message>
        <source>Sign a review</source>
        <translation>Eine Überprüfung unterschreiben</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ClockPanel</name>
    <message>
        <source>Time and source</source>
        <translation>Zeit und Quelle</translation>
    </message>
    <message>
        <source>%1, no fresh data</source>
        <translation>%1, keine frischen Daten</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>So heißt hier nichts</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>%1; %2 of %3</source>
        <translation>%1; %2 von %3</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ContactBand</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
</context>
<context>
    <name>headroom::ui::CoverList</name>
    <message>
        <source>covered</source>
        <translation>umfasst</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>nicht umfasst</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>headroom::ui::Drill</name>
    <message>
        <source>there is no live source to watch meanwhile</source>
        <translation>es gibt keine echte Quelle, die währenddessen beobachtet würde</translation>
    </message>
    <message>
        <source>no contact with the live source</source>
        <translation>kein Kontakt mit der echten Quelle</translation>
    </message>
    <message>
        <source>live %1</source>
        <translation>live %1</translation>
    </message>
    <message>
        <source>a drill is running already</source>
        <translation>es läuft schon eine Übung</translation>
    </message>
    <message>
        <source>no drill now: %1</source>
        <translation>jetzt keine Übung: %1</translation>
    </message>
    <message>
        <source>the source was exchanged</source>
        <translation>die Quelle wurde gewechselt</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
    <message>
        <source>15 min are over</source>
        <translation>15 min sind um</translation>
    </message>
    <message>
        <source>ended by a person</source>
        <translation>von Hand beendet</translation>
    </message>
    <message>
        <source>drill stopped: %1</source>
        <translation>Übung beendet: %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::EscalationPanel</name>
    <message>
        <source>Escalates to %1</source>
        <translation>Geht an %1</translation>
    </message>
    <message>
        <source>ESCALATES TO</source>
        <translation>GEHT AN</translation>
    </message>
</context>
<context>
    <name>headroom::ui::Feed</name>
    <message>
        <source>%1 does not tell about reviews</source>
        <translation>%1 gibt über Überprüfungen keine Auskunft</translation>
    </message>
    <message>
        <source>%1 does not show its audit trail</source>
        <translation>%1 zeigt seinen Prüfpfad nicht</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetModel</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Depository</source>
        <translation>Depot</translation>
    </message>
    <message>
        <source>Worst limit</source>
        <translation>Knappster Grenzwert</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>headroom %1</source>
        <translation>Reserve %1</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>%1 cannot be opened: it is scraped at no address of a service</source>
        <translation>%1 lässt sich nicht öffnen: es wird unter keiner Adresse eines Dienstes abgefragt</translation>
    </message>
    <message>
        <source>To see it alone: %1</source>
        <translation>Für sich allein zu sehen: %1</translation>
    </message>
    <message>
        <source>NO CONTACT</source>
        <translation>KEIN KONTAKT</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Server wird gefragt</translation>
    </message>
    <message>
        <source>%1 · answered %2</source>
        <translation>%1 · Antwort %2</translation>
    </message>
    <message>
        <source>last answer %1 · the list is how it was</source>
        <translation>letzte Antwort %1 · die Liste ist der Stand von damals</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>STALE</translation>
    </message>
    <message>
        <source>%1 answers, but its newest scrape is %2 old</source>
        <translation>%1 antwortet, aber seine neueste Abfrage ist %2 alt</translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation>Der Server warnt: %1</translation>
    </message>
    <message>
        <source>It scrapes no headroomd; docs/fleet.md has the lines for it</source>
        <translation>Er fragt keinen headroomd ab; die Zeilen dafür stehen in docs/fleet.md</translation>
    </message>
    <message>
        <source>The slower way: the server has no headroom:rank; docs/fleet.md has the rules that make this page quick</source>
        <translation>Der langsamere Weg: dem Server fehlt headroom:rank; die Regeln, mit denen diese Seite schnell wird, stehen in docs/fleet.md</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetPage</name>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Level filter</source>
        <translation>Filter: Stufe</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Wie viele aufgelistet sind</translation>
    </message>
    <message>
        <source>What to know about this list</source>
        <translation>Was über diese Liste zu wissen ist</translation>
    </message>
    <message>
        <source>Listed: </source>
        <translation>Aufgelistet: </translation>
    </message>
    <message>
        <source>No server is named yet</source>
        <translation>Noch ist kein Server genannt</translation>
    </message>
    <message>
        <source>This page lists many depositories, worst first, from a Prometheus server.</source>
        <translation>Diese Seite listet viele Depots eines Prometheus-Servers, die schlimmsten zuerst.</translation>
    </message>
    <message>
        <source>docs/fleet.md says what the server needs, on one page.</source>
        <translation>docs/fleet.md sagt auf einer Seite, was der Server braucht.</translation>
    </message>
    <message>
        <source>Choose a depository</source>
        <translation>Ein Depot wählen</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Es öffnen</translation>
    </message>
    <message>
        <source>no server is named</source>
        <translation>kein Server ist genannt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No server is named. Name a Prometheus server on the Sources page, or start Headroom with --fleet and its address.</source>
        <translation>Kein Server ist genannt. Einen Prometheus-Server auf der Seite Quellen nennen, oder Headroom mit --fleet und seiner Adresse starten.</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Goes back to what this window showed before the depository was opened.</source>
        <translation>Zurück zu dem, was dieses Fenster vor dem Öffnen des Depots zeigte.</translation>
    </message>
    <message>
        <source>Name it on the Sources page (Ctrl+7), or start Headroom with its address:</source>
        <translation>Auf der Seite Quellen (Strg+7) nennen, oder Headroom mit seiner Adresse starten:</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetSummary</name>
    <message>
        <source>The fleet</source>
        <translation>Die Flotte</translation>
    </message>
    <message>
        <source>LATE · </source>
        <translation>LATE · </translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetTable</name>
    <message>
        <source>Depositories, worst first</source>
        <translation>Depots, die schlimmsten zuerst</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FleetWall</name>
    <message>
        <source>Fleet, worst first</source>
        <translation>Flotte, die schlimmsten zuerst</translation>
    </message>
    <message>
        <source>The %1 worst · headroom is that of the fullest limit</source>
        <translation>Die %1 schlimmsten · die Reserve ist die des vollsten Grenzwerts</translation>
    </message>
    <message>
        <source>F11 leave wall mode</source>
        <translation>F11 beendet die Wandanzeige</translation>
    </message>
    <message>
        <source>fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>fleet of %1</source>
        <translation>Flotte von %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FootPanel</name>
    <message>
        <source>Depository and certification</source>
        <translation>Depot und Zertifizierung</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ForecastChart</name>
    <message>
        <source>Storage forecast</source>
        <translation>Speicherprognose</translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation>GRENZE</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>headroom::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::GatePanel</name>
    <message>
        <source>GATE UNKNOWN</source>
        <translation>FREIGABE UNKNOWN</translation>
    </message>
</context>
<context>
    <name>headroom::ui::GaugeCard</name>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>no trend</source>
        <translation>kein Trend</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>quittiert %1</translation>
    </message>
    <message>
        <source>was</source>
        <translation>war</translation>
    </message>
</context>
<context>
    <name>headroom::ui::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Dark or light · %1</source>
        <translation>Dunkel oder hell · %1</translation>
    </message>
    <message>
        <source>Wall mode · %1</source>
        <translation>Wandanzeige · %1</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
</context>
<context>
    <name>headroom::ui::HttpExchange</name>
    <message>
        <source>its certificate has expired; it must be renewed</source>
        <translation>sein Zertifikat ist abgelaufen; es muss erneuert werden</translation>
    </message>
    <message>
        <source>its certificate is not valid yet; look at the clocks</source>
        <translation>sein Zertifikat ist noch nicht gültig; die Uhren prüfen</translation>
    </message>
    <message>
        <source>its certificate is signed by nobody who is known here; give the authority&apos;s with --ca-file</source>
        <translation>sein Zertifikat stammt von keiner hier bekannten Stelle; deren Zertifikat mit --ca-file angeben</translation>
    </message>
    <message>
        <source>its certificate is for another host name</source>
        <translation>sein Zertifikat gilt für einen anderen Hostnamen</translation>
    </message>
    <message>
        <source>its certificate is not good: %1</source>
        <translation>sein Zertifikat ist nicht in Ordnung: %1</translation>
    </message>
    <message>
        <source>does not answer within %1 s</source>
        <translation>antwortet nicht innerhalb von %1 s</translation>
    </message>
    <message>
        <source>cannot be found: %1</source>
        <translation>ist nicht zu finden: %1</translation>
    </message>
    <message>
        <source>leads to an address that is no place of a service</source>
        <translation>führt zu einer Adresse, unter der es keinen Dienst gibt</translation>
    </message>
    <message>
        <source>sends more than 8 MiB in one answer</source>
        <translation>sendet mehr als 8 MiB in einer Antwort</translation>
    </message>
    <message>
        <source>cannot be reached: %1</source>
        <translation>ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>closed the connection</source>
        <translation>hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM</source>
        <translation>%1 enthält kein PEM-Zertifikat</translation>
    </message>
</context>
<context>
    <name>headroom::ui::JudgedFeed</name>
    <message>
        <source>%1 · judged by local thresholds</source>
        <translation>%1 · nach lokalen Schwellenwerten bewertet</translation>
    </message>
</context>
<context>
    <name>headroom::ui::KeysOverview</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close · Esc</source>
        <translation>Schließen · Esc</translation>
    </message>
</context>
<context>
    <name>headroom::ui::LevelSegments</name>
    <message>
        <source>Which levels are listed; arrow keys choose</source>
        <translation>Welche Stufen aufgelistet sind; Pfeiltasten wählen</translation>
    </message>
    <message>
        <source>Level filter: %1</source>
        <translation>Filter Stufe: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>headroom::ui::LimitTable</name>
    <message>
        <source>The seven certified limits</source>
        <translation>Die sieben zertifizierten Grenzwerte</translation>
    </message>
    <message>
        <source>peak </source>
        <translation>Spitze </translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>MESSGRÖSSE</translation>
    </message>
    <message>
        <source>SAFE LIMIT</source>
        <translation>SICHERER GRENZWERT</translation>
    </message>
    <message>
        <source>PROOF</source>
        <translation>NACHWEIS</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>PEAK IN 30 DAYS</source>
        <translation>SPITZE IN 30 TAGEN</translation>
    </message>
    <message>
        <source>HEADROOM LEFT</source>
        <translation>RESERVE</translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>URTEIL</translation>
    </message>
</context>
<context>
    <name>headroom::ui::LocalFeed</name>
    <message>
        <source>the core has stopped answering</source>
        <translation>der Kern antwortet nicht mehr</translation>
    </message>
    <message>
        <source>the core has not answered yet</source>
        <translation>der Kern hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>the core is not running yet; try again</source>
        <translation>der Kern läuft noch nicht; bitte erneut versuchen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::MainWindow</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Back: close, leave the wall, or to the pages</source>
        <translation>Zurück: schließen, Wandanzeige verlassen, oder zu den Seiten</translation>
    </message>
    <message>
        <source>Acknowledge the first alert that waits</source>
        <translation>Den ersten wartenden Alarm quittieren</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>Wandanzeige</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Mute the sound of RED</source>
        <translation>Den Ton von RED stumm schalten</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Trend of %1</source>
        <translation>Trend von %1</translation>
    </message>
    <message>
        <source>Source: built-in workload…</source>
        <translation>Quelle: eingebaute Last…</translation>
    </message>
    <message>
        <source>Source: a folder…</source>
        <translation>Quelle: ein Ordner…</translation>
    </message>
    <message>
        <source>Source: PostgreSQL…</source>
        <translation>Quelle: PostgreSQL…</translation>
    </message>
    <message>
        <source>Source: a remote service…</source>
        <translation>Quelle: ein entfernter Dienst…</translation>
    </message>
    <message>
        <source>Source: a fleet through Prometheus…</source>
        <translation>Quelle: eine Flotte über Prometheus…</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>headroom::ui::OverviewModel</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>source&apos;s clock %1</source>
        <translation>Uhr der Quelle %1</translation>
    </message>
    <message>
        <source>not acknowledged: %1</source>
        <translation>nicht quittiert: %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::OverviewPage</name>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
</context>
<context>
    <name>headroom::ui::PaletteModel</name>
    <message>
        <source>not now: %1</source>
        <translation>jetzt nicht: %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::PreferencesDocument</name>
    <message>
        <source>its value</source>
        <translation>sein Wert</translation>
    </message>
</context>
<context>
    <name>headroom::ui::PreferencesModel</name>
    <message>
        <source>Not understood in the preferences, so the usual holds instead: %1</source>
        <translation>In den Einstellungen nicht verstanden, darum gilt das Übliche: %1</translation>
    </message>
    <message>
        <source>In force, but not kept for the next start: %1</source>
        <translation>Gilt, ist aber für den nächsten Start nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::PreferencesPage</name>
    <message>
        <source>Notice about the preferences</source>
        <translation>Hinweis zu den Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>T switches between dark and light</source>
        <translation>T wechselt zwischen dunkel und hell</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start; now %1</source>
        <translation>Ab dem nächsten Start; jetzt %1</translation>
    </message>
    <message>
        <source>Units, numbers and time</source>
        <translation>Einheiten, Zahlen und Zeit</translation>
    </message>
    <message>
        <source>GB, certified</source>
        <translation>GB, zertifiziert</translation>
    </message>
    <message>
        <source>GB, decimal</source>
        <translation>GB, dezimal</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>The certificate&apos;s GB has 2^30 bytes and is the GiB; a decimal one has 10^9</source>
        <translation>Das GB des Zertifikats hat 2^30 Bytes und ist das GiB; ein dezimales hat 10^9</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Nach Sprache</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Typed numbers may have either</source>
        <translation>Getippte Zahlen dürfen beide haben</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Die dieses Rechners</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Type to find one. Nothing here changes a file.</source>
        <translation>Tippen, um eine zu finden. Nichts hiervon ändert eine Datei.</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>So sieht es aus</translation>
    </message>
    <message>
        <source>Sound for RED</source>
        <translation>Ton bei RED</translation>
    </message>
    <message>
        <source>Falling</source>
        <translation>Fallend</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>Steigend</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Gleichbleibend</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sounds until somebody acknowledges</source>
        <translation>Klingt, bis jemand quittiert</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Leise</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Laut</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Never silent: RED must be heard</source>
        <translation>Nie ganz still: RED muss zu hören sein</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Den Ton probieren</translation>
    </message>
    <message>
        <source>Mute for 15 min</source>
        <translation>15 min stumm</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>M does the same; it ends by itself</source>
        <translation>M tut dasselbe; es endet von selbst</translation>
    </message>
    <message>
        <source>Let RED sound again</source>
        <translation>RED wieder klingen lassen</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wandanzeige</translation>
    </message>
    <message>
        <source>The wall shows %1 in turn</source>
        <translation>Die Wandanzeige zeigt %1 im Wechsel</translation>
    </message>
    <message>
        <source>Pages in turn</source>
        <translation>Seiten im Wechsel</translation>
    </message>
    <message>
        <source>Besides the wall itself; none: it never turns</source>
        <translation>Neben der Wandanzeige selbst; keine: sie wechselt nie</translation>
    </message>
    <message>
        <source>Each page for</source>
        <translation>Jede Seite für</translation>
    </message>
    <message>
        <source>5 to 3600 s, while all is calm</source>
        <translation>5 bis 3600 s, solange alles ruhig ist</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Pixel shift</source>
        <translation>Pixelversatz</translation>
    </message>
    <message>
        <source>A few pixels a minute, against burn-in</source>
        <translation>Ein paar Pixel je Minute, gegen Einbrennen</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>The window comes back to it when it returns</source>
        <translation>Das Fenster kehrt dorthin zurück, sobald er wieder da ist</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (zurzeit nicht da)</translation>
    </message>
    <message>
        <source>For this run %1 of the command line holds. What you choose here takes its place and is kept.</source>
        <translation>In diesem Lauf gilt %1 der Befehlszeile. Was hier gewählt wird, tritt an dessen Stelle und bleibt.</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>RED makes no sound here: it was switched off by --sound off or in the preferences&apos; file.</source>
        <translation>RED klingt hier nicht: abgeschaltet durch --sound off oder in der Datei der Einstellungen.</translation>
    </message>
    <message>
        <source>The certified storage limit is %1. A latency: %2 ms. Now: %3 %4, %5</source>
        <translation>Der zertifizierte Speichergrenzwert ist %1. Eine Latenz: %2 ms. Jetzt: %3 %4, %5</translation>
    </message>
</context>
<context>
    <name>headroom::ui::PrometheusCheck</name>
    <message>
        <source>is no Prometheus server</source>
        <translation>ist kein Prometheus-Server</translation>
    </message>
</context>
<context>
    <name>headroom::ui::Rail</name>
    <message>
        <source>1 alert to acknowledge</source>
        <translation>1 Alarm zu quittieren</translation>
    </message>
    <message>
        <source>%1 alerts to acknowledge</source>
        <translation>%1 Alarme zu quittieren</translation>
    </message>
    <message>
        <source>review overdue</source>
        <translation>Überprüfung überfällig</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>headroom::ui::RedAlarm</name>
    <message>
        <source>sound muted until %1</source>
        <translation>Ton stumm bis %1</translation>
    </message>
</context>
<context>
    <name>headroom::ui::RemoteAsker</name>
    <message>
        <source>too many questions wait for the service already; try again</source>
        <translation>beim Dienst stehen schon zu viele Anfragen an; bitte erneut versuchen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::RemoteFeed</name>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>a drill is not recorded by a service</source>
        <translation>ein Dienst zeichnet keine Übung auf</translation>
    </message>
</context>
<context>
    <name>headroom::ui::RemoteLink</name>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>sends more than a dashboard can need</source>
        <translation>sendet mehr, als ein Dashboard brauchen kann</translation>
    </message>
    <message>
        <source>sends more than 8 MiB in one event</source>
        <translation>sendet mehr als 8 MiB in einem Ereignis</translation>
    </message>
    <message>
        <source>has been silent for %1 s</source>
        <translation>schweigt seit %1 s</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ReviewDialog</name>
    <message>
        <source>Record review</source>
        <translation>Überprüfung eintragen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>Nicht zustimmen</translation>
    </message>
    <message>
        <source>Approved or not, it moves the next review on by one cycle.</source>
        <translation>Zugestimmt oder nicht, die nächste Überprüfung rückt um einen Zyklus weiter.</translation>
    </message>
    <message>
        <source>Approved or not, it moves the next review from %1 to %2.</source>
        <translation>Zugestimmt oder nicht, die nächste Überprüfung rückt vom %1 auf den %2.</translation>
    </message>
    <message>
        <source> Earlier reviews are never changed.</source>
        <translation> Frühere Überprüfungen werden nie geändert.</translation>
    </message>
    <message>
        <source>Name, as the signature</source>
        <translation>Name, als Unterschrift</translation>
    </message>
    <message>
        <source>What the signature means</source>
        <translation>Was die Unterschrift bedeutet</translation>
    </message>
    <message>
        <source>Note, if there is one</source>
        <translation>Notiz, falls es eine gibt</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>reviewed as owner</source>
        <translation>als Verantwortlicher überprüft</translation>
    </message>
    <message>
        <source>A name is needed: it is the signature</source>
        <translation>Ein Name ist nötig: er ist die Unterschrift</translation>
    </message>
    <message>
        <source>What the signature means is needed</source>
        <translation>Was die Unterschrift bedeutet, ist nötig</translation>
    </message>
    <message>
        <source>At most %1 bytes each</source>
        <translation>Höchstens je %1 Bytes</translation>
    </message>
    <message>
        <source>The note is %1 bytes too long</source>
        <translation>Die Notiz ist %1 Bytes zu lang</translation>
    </message>
    <message>
        <source>Approve, or do not: nobody decides it for you</source>
        <translation>Zustimmen oder nicht: das entscheidet niemand sonst</translation>
    </message>
    <message>
        <source>It stands in the audit trail, for good</source>
        <translation>Steht für immer im Prüfpfad</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ServiceCheck</name>
    <message>
        <source>would get the token in the open: http is not encrypted</source>
        <translation>bekäme das Token offen: http ist nicht verschlüsselt</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ServiceFeed</name>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ServiceProbe</name>
    <message>
        <source>is no Headroom service</source>
        <translation>ist kein Headroom-Dienst</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatedFeed</name>
    <message>
        <source>a simulation has no history</source>
        <translation>eine Simulation hat keinen Verlauf</translation>
    </message>
    <message>
        <source>this is a simulation: nothing is changed or acknowledged in it</source>
        <translation>das ist eine Simulation: in ihr wird nichts geändert oder quittiert</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulationEvents</name>
    <message>
        <source>Alerts that would fire</source>
        <translation>Alarme, die ausgelöst würden</translation>
    </message>
    <message>
        <source>WHEN</source>
        <translation>WANN</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <translation>STUFE</translation>
    </message>
    <message>
        <source>ALERT THAT WOULD FIRE</source>
        <translation>ALARM, DER AUSGELÖST WÜRDE</translation>
    </message>
    <message>
        <source>WOULD FIRE</source>
        <translation>WÜRDE AUSLÖSEN</translation>
    </message>
    <message>
        <source>ESCALATES TO</source>
        <translation>GEHT AN</translation>
    </message>
    <message>
        <source>RESPOND WITHIN</source>
        <translation>REAGIEREN BINNEN</translation>
    </message>
    <message>
        <source>WITHIN</source>
        <translation>BINNEN</translation>
    </message>
    <message>
        <source>GATE</source>
        <translation>FREIGABE</translation>
    </message>
    <message>
        <source>No alert would fire.</source>
        <translation>Kein Alarm würde ausgelöst.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulationTimeline</name>
    <message>
        <source>What would happen</source>
        <translation>Was geschehen würde</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorModel</name>
    <message>
        <source>from %1 %2, until 100 %</source>
        <translation>von %1 %2 bis 100 %</translation>
    </message>
    <message>
        <source>writes %1 to 130 in 60 s, hold 5 min</source>
        <translation>Schreiber %1 bis 130 in 60 s, 5 min halten</translation>
    </message>
    <message>
        <source>p99 to 650 ms for 3 min, then decay</source>
        <translation>p99 auf 650 ms für 3 min, dann abklingend</translation>
    </message>
    <message>
        <source>your own ramps, a line each</source>
        <translation>eigene Rampen, je eine Zeile</translation>
    </message>
    <message>
        <source>%1 ramps</source>
        <translation>%1 Rampen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorPage</name>
    <message>
        <source>Play or pause the simulation</source>
        <translation>Die Simulation abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Back to live values</source>
        <translation>Zurück zu den Live-Werten</translation>
    </message>
    <message>
        <source>Custom script…</source>
        <translation>Eigenes Skript…</translation>
    </message>
    <message>
        <source>On the timeline: another moment</source>
        <translation>Auf der Zeitachse: ein anderer Moment</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Was geschehen würde</translation>
    </message>
    <message>
        <source>Nothing here touches %1. Live values are the hollow marks.</source>
        <translation>Nichts hier berührt %1. Live-Werte sind die hohlen Marken.</translation>
    </message>
    <message>
        <source>the depository</source>
        <translation>das Depot</translation>
    </message>
    <message>
        <source>Run or end a drill on the wall</source>
        <translation>Eine Übung an der Wand beginnen oder beenden</translation>
    </message>
    <message>
        <source>this window has no wall to drill</source>
        <translation>dieses Fenster hat keine Wand für eine Übung</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorScenarios</name>
    <message>
        <source>Storage grows by, GB per hour</source>
        <translation>Speicher wächst um, GB pro Stunde</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Write storm</source>
        <translation>Schreibsturm</translation>
    </message>
    <message>
        <source>Latency spike</source>
        <translation>Latenzspitze</translation>
    </message>
    <message>
        <source>Custom script…</source>
        <translation>Eigenes Skript…</translation>
    </message>
    <message>
        <source>a number above 0, up to 100000</source>
        <translation>eine Zahl über 0, bis 100000</translation>
    </message>
    <message>
        <source>Fill at %1 %2</source>
        <translation>Füllen mit %1 %2</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>storage grows by</source>
        <translation>Speicher wächst um</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorScript</name>
    <message>
        <source>Custom script</source>
        <translation>Eigenes Skript</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Script, one ramp a line</source>
        <translation>Skript, eine Rampe je Zeile</translation>
    </message>
    <message>
        <source>One ramp a line. WHAT is storage (GB, %), writers, throughput (/s) or latency (ms, s); without &quot;in&quot; it jumps.</source>
        <translation>Eine Rampe je Zeile. WHAT ist storage (GB, %), writers, throughput (/s) oder latency (ms, s); ohne „in“ springt es.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorTools</name>
    <message>
        <source>Back to live values</source>
        <translation>Zurück zu Live-Werten</translation>
    </message>
    <message>
        <source>Run as drill on the wall</source>
        <translation>Als Übung an die Wand</translation>
    </message>
    <message>
        <source>The wall shows this, striped, for at most 15 min; a real ORANGE or RED ends it at once</source>
        <translation>Die Wandanzeige zeigt dies, gestreift, für höchstens 15 min; ein echtes ORANGE oder RED beendet es sofort</translation>
    </message>
    <message>
        <source>End drill</source>
        <translation>Übung beenden</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorTransport</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SimulatorWhatIf</name>
    <message>
        <source>Storage at %1 %</source>
        <translation>Speicher bei %1 %</translation>
    </message>
    <message>
        <source>a number from 0 to %1</source>
        <translation>eine Zahl von 0 bis %1</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourceCard</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Use this source</source>
        <translation>Diese Quelle verwenden</translation>
    </message>
    <message>
        <source>Test: </source>
        <translation>Testen: </translation>
    </message>
    <message>
        <source>Use this source: </source>
        <translation>Diese Quelle verwenden: </translation>
    </message>
    <message>
        <source>active now</source>
        <translation>zurzeit aktiv</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourceReportBox</name>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>To fix: </source>
        <translation>Abhilfe: </translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesModel</name>
    <message>
        <source>Covers: not known until a test succeeds</source>
        <translation>Umfang: erst nach einem erfolgreichen Test bekannt</translation>
    </message>
    <message>
        <source>Covers %1 of %2 limits</source>
        <translation>Umfasst %1 von %2 Grenzwerten</translation>
    </message>
    <message>
        <source>choose a folder of artifacts</source>
        <translation>einen Ordner mit Artefakten wählen</translation>
    </message>
    <message>
        <source>a folder is given from the root on: /srv/depository</source>
        <translation>ein Ordner wird von der Wurzel an angegeben: /srv/depository</translation>
    </message>
    <message>
        <source>say which database: postgresql://headroom@db:5432/depository</source>
        <translation>die Datenbank angeben: postgresql://headroom@db:5432/depository</translation>
    </message>
    <message>
        <source>leave the password out: PostgreSQL reads it from ~/.pgpass</source>
        <translation>das Passwort weglassen: PostgreSQL liest es aus ~/.pgpass</translation>
    </message>
    <message>
        <source>nothing to ask yet</source>
        <translation>noch nichts zu fragen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesNotice</name>
    <message>
        <source>Accept this trail</source>
        <translation>Diesen Prüfpfad annehmen</translation>
    </message>
    <message>
        <source>Yes, accept</source>
        <translation>Ja, annehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Notice about the source</source>
        <translation>Hinweis zur Quelle</translation>
    </message>
    <message>
        <source>Notice about the audit trail</source>
        <translation>Hinweis zum Prüfpfad</translation>
    </message>
    <message>
        <source>From now on the trail as it is counts as the right one, and what this dashboard had seen of it is forgotten. Do you know why it changed?</source>
        <translation>Von nun an gilt der Prüfpfad, wie er ist, als der richtige; was dieses Dashboard von ihm gesehen hatte, ist vergessen. Ist bekannt, warum er sich geändert hat?</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SourcesPage</name>
    <message>
        <source>Embedded</source>
        <translation>Eingebettet</translation>
    </message>
    <message>
        <source>measure on this machine</source>
        <translation>auf diesem Rechner messen</translation>
    </message>
    <message>
        <source>Built-in workload</source>
        <translation>Eingebaute Last</translation>
    </message>
    <message>
        <source>writes and reads its own artifacts, for trying things out</source>
        <translation>schreibt und liest eigene Artefakte, zum Ausprobieren</translation>
    </message>
    <message>
        <source>Filesystem path</source>
        <translation>Pfad im Dateisystem</translation>
    </message>
    <message>
        <source>storage used, artifact sizes and count</source>
        <translation>belegter Speicher, Größen und Anzahl der Artefakte</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>active writes, throughput, latency, database size</source>
        <translation>Schreibvorgänge, Durchsatz, Latenz, Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Remote service</source>
        <translation>Entfernter Dienst</translation>
    </message>
    <message>
        <source>a Headroom agent next to the depository</source>
        <translation>ein Headroom-Agent neben dem Depot</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Fleet through Prometheus</source>
        <translation>Flotte über Prometheus</translation>
    </message>
    <message>
        <source>many depositories, one server</source>
        <translation>viele Depots, ein Server</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Prometheus server</source>
        <translation>Prometheus-Server</translation>
    </message>
    <message>
        <source>Limits that it covers</source>
        <translation>Grenzwerte, die sie umfasst</translation>
    </message>
    <message>
        <source>Folder of artifacts</source>
        <translation>Ordner der Artefakte</translation>
    </message>
    <message>
        <source>How much it writes and reads is set on the Workload page (Ctrl+9).</source>
        <translation>Wie viel sie schreibt und liest, steht auf der Seite Last (Strg+9).</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use this source</source>
        <translation>Diese Quelle verwenden</translation>
    </message>
    <message>
        <source>switching…</source>
        <translation>wechselt…</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>testet…</translation>
    </message>
    <message>
        <source>last test %1</source>
        <translation>letzter Test %1</translation>
    </message>
    <message>
        <source>none, if the service asks for none</source>
        <translation>keines, wenn der Dienst keines verlangt</translation>
    </message>
    <message>
        <source>Not switched: %1</source>
        <translation>Nicht gewechselt: %1</translation>
    </message>
    <message>
        <source>Concurrent writes</source>
        <translation>Parallele Schreiber</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Write throughput</source>
        <translation>Schreibdurchsatz</translation>
    </message>
    <message>
        <source>Artifact size</source>
        <translation>Artefaktgröße</translation>
    </message>
    <message>
        <source>Artifact count</source>
        <translation>Anzahl Artefakte</translation>
    </message>
    <message>
        <source>Query latency</source>
        <translation>Abfragelatenz</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>this window cannot change its source</source>
        <translation>dieses Fenster kann seine Quelle nicht wechseln</translation>
    </message>
    <message>
        <source>Test failed: nothing here can test</source>
        <translation>Test fehlgeschlagen: hier kann nichts testen</translation>
    </message>
    <message>
        <source>Token of the Prometheus server</source>
        <translation>Token des Prometheus-Servers</translation>
    </message>
    <message>
        <source>none, if the server asks for none</source>
        <translation>keines, wenn der Server keines verlangt</translation>
    </message>
</context>
<context>
    <name>headroom::ui::StripPanel</name>
    <message>
        <source>Other limits</source>
        <translation>Weitere Grenzwerte</translation>
    </message>
</context>
<context>
    <name>headroom::ui::StripRows</name>
    <message>
        <source>Other limits</source>
        <translation>Weitere Grenzwerte</translation>
    </message>
</context>
<context>
    <name>headroom::ui::SwitchFeed</name>
    <message>
        <source>there is no source yet; try again</source>
        <translation>es gibt noch keine Quelle; bitte erneut versuchen</translation>
    </message>
    <message>
        <source>the source was exchanged before it could answer</source>
        <translation>die Quelle wurde gewechselt, ehe sie antworten konnte</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdBacktest</name>
    <message>
        <source>p99 of each minute</source>
        <translation>p99 jeder Minute</translation>
    </message>
    <message>
        <source>from 1-minute values</source>
        <translation>aus Minutenwerten</translation>
    </message>
    <message>
        <source>from 1-minute values, the last 24 h from seconds</source>
        <translation>aus Minutenwerten, die letzten 24 h aus Sekundenwerten</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdEditor</name>
    <message>
        <source>thresholds.%1: its bounds are in another unit than those in force</source>
        <translation>thresholds.%1: die Schwellen haben eine andere Einheit als die geltenden</translation>
    </message>
    <message>
        <source>a simulation is on the screen: nothing of it is saved</source>
        <translation>auf dem Schirm läuft eine Simulation: von ihr wird nichts gespeichert</translation>
    </message>
    <message>
        <source>what is in force is not known yet</source>
        <translation>was gilt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>1 error to fix before saving</source>
        <translation>1 Fehler vor dem Speichern zu beheben</translation>
    </message>
    <message>
        <source>%1 errors to fix before saving</source>
        <translation>%1 Fehler vor dem Speichern zu beheben</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>wird gespeichert</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>local copy: %1</source>
        <translation>lokale Kopie: %1</translation>
    </message>
    <message>
        <source>These screens judge by local thresholds. Gate and alerts of the service go by its own, version %1.</source>
        <translation>Diese Schirme bewerten nach lokalen Schwellenwerten. Schreibfreigabe und Alarme des Dienstes folgen seinen eigenen, Version %1.</translation>
    </message>
    <message>
        <source>Somebody else changed the thresholds meanwhile. Your edits are still here; Revert shows what is in force now.</source>
        <translation>Jemand anders hat die Schwellenwerte inzwischen geändert. Ihre Änderungen sind noch da; Zurücksetzen zeigt, was jetzt gilt.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdLabel</name>
    <message>
        <source>from: the bound itself counts (≥) · above: it does not (&gt;)</source>
        <translation>ab: die Grenze selbst zählt (≥) · über: sie zählt nicht (&gt;)</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdsDialog</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>%1 bytes too long</source>
        <translation>%1 Bytes zu lang</translation>
    </message>
    <message>
        <source>A reason is needed: it is kept with the change</source>
        <translation>Ein Grund ist nötig: er bleibt bei der Änderung</translation>
    </message>
    <message>
        <source>It is kept with the change, under your name</source>
        <translation>Er bleibt bei der Änderung, unter Ihrem Namen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdsPage</name>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Halt new writes while storage is unknown (fail closed)</source>
        <translation>Neue Schreibvorgänge stoppen, solange der Speicher unbekannt ist (fail closed)</translation>
    </message>
    <message>
        <source>Thresholds (*.json)</source>
        <translation>Schwellenwerte (*.json)</translation>
    </message>
    <message>
        <source>Export thresholds</source>
        <translation>Schwellenwerte exportieren</translation>
    </message>
    <message>
        <source>Import thresholds</source>
        <translation>Schwellenwerte importieren</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Reset to certified</source>
        <translation>Auf zertifizierte zurück</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Follow the service</source>
        <translation>Dem Dienst folgen</translation>
    </message>
    <message>
        <source>Send to service…</source>
        <translation>An Dienst senden…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ask the service itself to judge by these thresholds</source>
        <translation>Den Dienst selbst nach diesen Schwellenwerten urteilen lassen</translation>
    </message>
    <message>
        <source>Backtest on the last 24 hours</source>
        <translation>Rückrechnung über die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Backtest on the last 7 days</source>
        <translation>Rückrechnung über die letzten 7 Tage</translation>
    </message>
    <message>
        <source>as certified</source>
        <translation>wie zertifiziert</translation>
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
        <source>Save locally</source>
        <translation>Lokal speichern</translation>
    </message>
    <message>
        <source>Send thresholds to the service</source>
        <translation>Schwellenwerte an den Dienst senden</translation>
    </message>
    <message>
        <source>Save thresholds</source>
        <translation>Schwellenwerte speichern</translation>
    </message>
    <message>
        <source>The service itself will judge by them, for everybody: gate, alerts, API.</source>
        <translation>Der Dienst selbst urteilt dann danach, für alle: Freigabe, Alarme, API.</translation>
    </message>
    <message>
        <source>Kept in this dashboard and used for its screens only. The service is asked nothing.</source>
        <translation>Bleibt in diesem Dashboard und gilt nur für seine Anzeigen. Der Dienst wird um nichts gebeten.</translation>
    </message>
    <message>
        <source>In force from the next moment on, and after every restart.</source>
        <translation>Gilt vom nächsten Moment an, und nach jedem Neustart.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is no file of thresholds: it is larger than 1 MiB</source>
        <translation>%1 ist keine Datei mit Schwellenwerten: sie ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>%1 changes nothing:
%2</source>
        <translation>%1 ändert nichts:
%2</translation>
    </message>
    <message>
        <source>imported: look at it, then save</source>
        <translation>importiert: ansehen, dann speichern</translation>
    </message>
    <message>
        <source>fix the errors before exporting</source>
        <translation>vor dem Exportieren die Fehler beheben</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>geschrieben: %1</translation>
    </message>
    <message>
        <source>METRIC, THRESHOLDS, BANDS WITH LIVE VALUE AND LAST 24 H</source>
        <translation>MESSGRÖSSE, SCHWELLENWERTE, BÄNDER MIT LIVE-WERT UND LETZTEN 24 H</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>there is nothing to redo</source>
        <translation>es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Save thresholds…</source>
        <translation>Schwellenwerte speichern…</translation>
    </message>
    <message>
        <source>Import thresholds…</source>
        <translation>Schwellenwerte importieren…</translation>
    </message>
    <message>
        <source>Export thresholds…</source>
        <translation>Schwellenwerte exportieren…</translation>
    </message>
    <message>
        <source>On a band: choose a bound</source>
        <translation>Auf einem Band: eine Grenze wählen</translation>
    </message>
    <message>
        <source>On a band: move it; with Shift further</source>
        <translation>Auf einem Band: verschieben; mit Umschalt weiter</translation>
    </message>
    <message>
        <source>Reset thresholds to certified</source>
        <translation>Schwellenwerte auf zertifizierte zurück</translation>
    </message>
    <message>
        <source>these are the certified ones</source>
        <translation>es sind die zertifizierten</translation>
    </message>
    <message>
        <source>Revert what was edited</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>nothing was edited</source>
        <translation>nichts ist geändert</translation>
    </message>
    <message>
        <source>Send thresholds to the service…</source>
        <translation>Schwellenwerte an den Dienst senden…</translation>
    </message>
    <message>
        <source>nothing here can be sent now</source>
        <translation>hier lässt sich jetzt nichts senden</translation>
    </message>
    <message>
        <source>this source is no remote service</source>
        <translation>diese Quelle ist kein entfernter Dienst</translation>
    </message>
    <message>
        <source>Follow the service&apos;s thresholds</source>
        <translation>Den Schwellenwerten des Dienstes folgen</translation>
    </message>
    <message>
        <source>they are followed already</source>
        <translation>ihnen wird schon gefolgt</translation>
    </message>
</context>
<context>
    <name>headroom::ui::ThresholdsRow</name>
    <message>
        <source>%1 %2, turn between from and above</source>
        <translation>%1 %2, wechseln zwischen ab und über</translation>
    </message>
    <message>
        <source>Reset %1 to certified</source>
        <translation>%1 auf zertifiziert zurück</translation>
    </message>
</context>
<context>
    <name>headroom::ui::TimeChart</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>stale, last known: </source>
        <translation>veraltet, zuletzt bekannt: </translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrayIcon</name>
    <message>
        <source>Show Headroom</source>
        <translation>Headroom zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Mute sound for 15 min</source>
        <translation>Ton 15 min stumm</translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrendsChart</name>
    <message>
        <source>Past of one metric</source>
        <translation>Vergangenheit einer Messgröße</translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrendsModel</name>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 · one point per second</source>
        <translation>%1 · ein Punkt je Sekunde</translation>
    </message>
    <message>
        <source>%1 · one point per minute</source>
        <translation>%1 · ein Punkt je Minute</translation>
    </message>
    <message>
        <source>%1 · one point per hour</source>
        <translation>%1 · ein Punkt je Stunde</translation>
    </message>
    <message>
        <source>%1 · one point per %2</source>
        <translation>%1 · ein Punkt je %2</translation>
    </message>
    <message>
        <source>asking the history</source>
        <translation>Verlauf wird abgefragt</translation>
    </message>
    <message>
        <source>nothing recorded here</source>
        <translation>hier ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrendsPage</name>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>A whole range earlier</source>
        <translation>Einen ganzen Bereich früher</translation>
    </message>
    <message>
        <source>A whole range later</source>
        <translation>Einen ganzen Bereich später</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Go to the oldest value</source>
        <translation>Zum ältesten Wert</translation>
    </message>
    <message>
        <source>Go to now</source>
        <translation>Zu jetzt</translation>
    </message>
    <message>
        <source>The range that was chosen last</source>
        <translation>Der zuletzt gewählte Bereich</translation>
    </message>
    <message>
        <source>The alert before</source>
        <translation>Der Alarm davor</translation>
    </message>
    <message>
        <source>The alert after</source>
        <translation>Der Alarm danach</translation>
    </message>
    <message>
        <source>The next metric</source>
        <translation>Die nächste Messgröße</translation>
    </message>
    <message>
        <source>Export the range as CSV…</source>
        <translation>Bereich als CSV exportieren…</translation>
    </message>
    <message>
        <source>Export the page as PNG…</source>
        <translation>Seite als PNG exportieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
    <message>
        <source>cannot write %1: no PNG encoder</source>
        <translation>%1 ist nicht schreibbar: kein PNG-Kodierer</translation>
    </message>
</context>
<context>
    <name>headroom::ui::TrendsRangeBar</name>
    <message>
        <source>Custom…</source>
        <translation>Eigener…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Export PNG</source>
        <translation>PNG exportieren</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>From, local time</source>
        <translation>Von, Ortszeit</translation>
    </message>
    <message>
        <source>To, local time</source>
        <translation>Bis, Ortszeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time such as 2026-08-03 14:04</source>
        <translation>„%1“ ist keine Zeit wie 2026-08-03 14:04</translation>
    </message>
    <message>
        <source>the range must end after it begins</source>
        <translation>der Bereich muss nach seinem Anfang enden</translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomePicture</name>
    <message>
        <source>CERTIFIED LIMIT</source>
        <translation>ZERTIFIZIERTER GRENZWERT</translation>
    </message>
    <message>
        <source>Example values</source>
        <translation>Beispielwerte</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Six bars below the line of their limit; nothing of it was measured</source>
        <translation>Sechs Balken unter der Linie ihres Grenzwerts; nichts davon wurde gemessen</translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomeRow</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>headroom::ui::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Try it on this machine</source>
        <translation>Auf diesem Rechner ausprobieren</translation>
    </message>
    <message>
        <source>built-in workload, nothing leaves this computer</source>
        <translation>eingebaute Last, nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Connect to a remote service</source>
        <translation>Mit einem entfernten Dienst verbinden</translation>
    </message>
    <message>
        <source>address and token of a Headroom agent</source>
        <translation>Adresse und Token eines Headroom-Agenten</translation>
    </message>
    <message>
        <source>Watch a fleet through Prometheus</source>
        <translation>Eine Flotte über Prometheus beobachten</translation>
    </message>
    <message>
        <source>many depositories, worst first</source>
        <translation>viele Depots, die schlimmsten zuerst</translation>
    </message>
    <message>
        <source>Only simulate</source>
        <translation>Nur simulieren</translation>
    </message>
    <message>
        <source>sliders and scenarios, no connection</source>
        <translation>Regler und Szenarien, keine Verbindung</translation>
    </message>
    <message>
        <source>How much room is left</source>
        <translation>Wie viel Platz bleibt</translation>
    </message>
    <message>
        <source>before a limit?</source>
        <translation>bis zum Grenzwert?</translation>
    </message>
    <message>
        <source>Headroom watches a depository against its 7 certified limits.</source>
        <translation>Headroom hält ein Depot gegen seine 7 zertifizierten Grenzwerte.</translation>
    </message>
    <message>
        <source>No data yet. Choose where to start; you can change it later.</source>
        <translation>Noch keine Daten. Den Anfang wählen; er lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Thresholds start at the values certified on %1.</source>
        <translation>Die Schwellenwerte beginnen bei den am %1 zertifizierten Werten.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::WorkloadPage</name>
    <message>
        <source>&quot;%1&quot; is no local workload: there is nothing to set here. Start headroom with --source workload to drive one.</source>
        <translation>„%1“ ist keine lokale Last: hier gibt es nichts einzustellen. Headroom mit --source workload starten, um eine zu fahren.</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
</context>
<context>
    <name>headroom::ui::WorkloadPanel</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>0: as fast as the disk takes it</source>
        <translation>0: so schnell die Platte es annimmt</translation>
    </message>
    <message>
        <source>Delete oldest</source>
        <translation>Älteste löschen</translation>
    </message>
    <message>
        <source>Keep storage in bounds by deleting the oldest artifacts</source>
        <translation>Den Speicher durch Löschen der ältesten Artefakte begrenzen</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Delete the oldest artifacts until half is free</source>
        <translation>Die ältesten Artefakte löschen, bis die Hälfte frei ist</translation>
    </message>
    <message>
        <source>Local workload</source>
        <translation>Lokale Last</translation>
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
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
</TS>
