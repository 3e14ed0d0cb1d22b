<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>series that have no room</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message numerus="yes">
        <source>vs %n previous periods</source>
        <translation>
            <numerusform>vs %n previous period</numerusform>
            <numerusform>vs %n previous periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>vs %n earlier years</source>
        <translation>
            <numerusform>vs %n earlier year</numerusform>
            <numerusform>vs %n earlier years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message numerus="yes">
        <source>%n picture(s).</source>
        <translation>
            <numerusform>%n picture.</numerusform>
            <numerusform>%n pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFeedback</name>
    <message numerus="yes">
        <source>Saved %n file(s) in %1</source>
        <translation>
            <numerusform>Saved %n file in %1</numerusform>
            <numerusform>Saved %n files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%n without a value</numerusform>
            <numerusform>%n without a value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeSentences</name>
    <message numerus="yes">
        <source>%Ln count(s) were too large to draw and were cut.</source>
        <translation>
            <numerusform>%Ln count was too large to draw and was cut.</numerusform>
            <numerusform>%Ln counts were too large to draw and were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message numerus="yes">
        <source>%n custom events</source>
        <translation>
            <numerusform>%n custom event</numerusform>
            <numerusform>%n custom events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n days.</source>
        <translation>
            <numerusform>Gaps: no value for %n day.</numerusform>
            <numerusform>Gaps: no value for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n hours.</source>
        <translation>
            <numerusform>Gaps: no value for %n hour.</numerusform>
            <numerusform>Gaps: no value for %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values are too large to draw and are cut.</source>
        <translation>
            <numerusform>%n value is too large to draw and is cut.</numerusform>
            <numerusform>%n values are too large to draw and are cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dashed: %n sums lack a part.</source>
        <translation>
            <numerusform>Dashed: %n sum lacks a part.</numerusform>
            <numerusform>Dashed: %n sums lack a part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n weeks.</source>
        <translation>
            <numerusform>Gaps: no value for %n week.</numerusform>
            <numerusform>Gaps: no value for %n weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n months.</source>
        <translation>
            <numerusform>Gaps: no value for %n month.</numerusform>
            <numerusform>Gaps: no value for %n months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: %n points are not loaded.</source>
        <translation>
            <numerusform>Gaps: %n point is not loaded.</numerusform>
            <numerusform>Gaps: %n points are not loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangeWords</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <comment>a range</comment>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln hour(s)</source>
        <translation>
            <numerusform>Last %Ln hour</numerusform>
            <numerusform>Last %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>a range</comment>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Last %Ln day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::AgeText</name>
    <message numerus="yes">
        <source>Updated %n min ago</source>
        <translation>
            <numerusform>Updated %n min ago</numerusform>
            <numerusform>Updated %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n h ago</source>
        <translation>
            <numerusform>Updated %n h ago</numerusform>
            <numerusform>Updated %n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln hours from this computer</source>
        <translation>
            <numerusform>%1 of %Ln hour from this computer</numerusform>
            <numerusform>%1 of %Ln hours from this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln days from this computer</source>
        <translation>
            <numerusform>%1 of %Ln day from this computer</numerusform>
            <numerusform>%1 of %Ln days from this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::CatalogAge</name>
    <message numerus="yes">
        <source>Read %n min ago</source>
        <extracomment>of a list of names: it was read from Braze so many minutes ago</extracomment>
        <translation>
            <numerusform>Read %n min ago</numerusform>
            <numerusform>Read %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n h ago</source>
        <extracomment>of a list of names: it was read from Braze so many hours ago</extracomment>
        <translation>
            <numerusform>Read %n h ago</numerusform>
            <numerusform>Read %n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::Commands</name>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::ConnectSentences</name>
    <message numerus="yes">
        <source>A key has at most %Ln character(s). Copy it again from Braze.</source>
        <translation>
            <numerusform>A key has at most %Ln character. Copy it again from Braze.</numerusform>
            <numerusform>A key has at most %Ln characters. Copy it again from Braze.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::DatasetTable</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::DetailsView</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::ExportAllDialog</name>
    <message numerus="yes">
        <source>Export %n file(s)</source>
        <translation>
            <numerusform>Export %n file</numerusform>
            <numerusform>Export %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them exist(s) and will be replaced.</source>
        <translation>
            <numerusform>%n of them exists and will be replaced.</numerusform>
            <numerusform>%n of them exist and will be replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::ExportDialog</name>
    <message numerus="yes">
        <source>Export %n image(s)</source>
        <translation>
            <numerusform>Export %n image</numerusform>
            <numerusform>Export %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>file names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names exist. Replace them?</source>
        <translation>
            <numerusform>%n file of these names exists. Replace it?</numerusform>
            <numerusform>%n files of these names exist. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::LengthBox</name>
    <message numerus="yes">
        <source> hour(s)</source>
        <comment>follows the number in a field</comment>
        <translation>
            <numerusform> hour</numerusform>
            <numerusform> hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>follows the number in a field</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::LoadingText</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading, %L1 of %Ln requests</source>
        <translation>
            <numerusform>Loading, %L1 of %Ln request</numerusform>
            <numerusform>Loading, %L1 of %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting until %2, %1 of %Ln requests</source>
        <translation>
            <numerusform>Waiting until %2, %1 of %Ln request</numerusform>
            <numerusform>Waiting until %2, %1 of %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::PanelReadout</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::PreviewPane</name>
    <message numerus="yes">
        <source>%n × %1</source>
        <comment>so many images of this size</comment>
        <translation>
            <numerusform>%n × %1</numerusform>
            <numerusform>%n × %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::RequestListModel</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::RequestsView</name>
    <message numerus="yes">
        <source>Copied %n commands. Put the key into $BRAZE_API_KEY to run them.</source>
        <translation>
            <numerusform>Copied %n command. Put the key into $BRAZE_API_KEY to run it.</numerusform>
            <numerusform>Copied %n commands. Put the key into $BRAZE_API_KEY to run them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::Sentences</name>
    <message numerus="yes">
        <source>Tried %n times.</source>
        <translation>
            <numerusform>Tried %n time.</numerusform>
            <numerusform>Tried %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of the event is longer than %n characters.</source>
        <translation>
            <numerusform>The name of the event is longer than %n character.</numerusform>
            <numerusform>The name of the event is longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The length must be from 1 to %Ln.</source>
        <translation>
            <numerusform>The length must be from 1 to %Ln.</numerusform>
            <numerusform>The length must be from 1 to %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln series loaded.</source>
        <translation>
            <numerusform>%L1 of %Ln series loaded.</numerusform>
            <numerusform>%L1 of %Ln series loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln others could not be loaded.</source>
        <translation>
            <numerusform>%1 and %Ln other could not be loaded.</numerusform>
            <numerusform>%1 and %Ln others could not be loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln hours unreadable.</source>
        <translation>
            <numerusform>%L1 of %Ln hour unreadable.</numerusform>
            <numerusform>%L1 of %Ln hours unreadable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln days unreadable.</source>
        <translation>
            <numerusform>%L1 of %Ln day unreadable.</numerusform>
            <numerusform>%L1 of %Ln days unreadable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests per series</source>
        <translation>
            <numerusform>%Ln request per series</numerusform>
            <numerusform>%Ln requests per series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That makes %Ln in all.</source>
        <translation>
            <numerusform>That makes %Ln in all.</numerusform>
            <numerusform>That makes %Ln in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hours for %Ln days need %1.</source>
        <translation>
            <numerusform>Hours for %Ln day need %1.</numerusform>
            <numerusform>Hours for %Ln days need %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days need %1.</source>
        <translation>
            <numerusform>%Ln day needs %1.</numerusform>
            <numerusform>%Ln days need %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::StoreSentences</name>
    <message numerus="yes">
        <source>A name has at most %n character(s).</source>
        <translation>
            <numerusform>A name has at most %n character.</numerusform>
            <numerusform>A name has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::TableExportDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::ViewRender</name>
    <message numerus="yes">
        <source>%1: %n count(s) were too large to draw and were cut</source>
        <translation>
            <numerusform>%1: %n count was too large to draw and was cut</numerusform>
            <numerusform>%1: %n counts were too large to draw and were cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bucket(s) missing</source>
        <translation>
            <numerusform>%1: %n bucket missing</numerusform>
            <numerusform>%1: %n buckets missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bucket(s) not kept on this computer</source>
        <translation>
            <numerusform>%1: %n bucket not kept on this computer</numerusform>
            <numerusform>%1: %n buckets not kept on this computer</numerusform>
        </translation>
    </message>
</context>
</TS>
