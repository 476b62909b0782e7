<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>headroom::ui::ThresholdsPage</name>
    <message numerus="yes">
        <source>%n values edited</source>
        <translation>
            <numerusform>%n value edited</numerusform>
            <numerusform>%n values edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors to fix before saving</source>
        <translation>
            <numerusform>%n error to fix before saving</numerusform>
            <numerusform>%n errors to fix before saving</numerusform>
        </translation>
    </message>
</context>
</TS>
