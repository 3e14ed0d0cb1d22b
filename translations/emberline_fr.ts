<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>CommandLine</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--now takes an ISO 8601 time, not “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramOptions</name>
    <message>
        <source>Shows how often Braze custom events happen. Other commands:
  emberline render --help
  emberline demo-server --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace to open, or demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view file to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language, for example fr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where settings and workspaces are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo as long as no workspace is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves the demo workspace on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; default any free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key it accepts; default demo-key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits so long before each answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers the first N data requests with STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests an hour before it answers 429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out this share of the buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emberline opens one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fail takes STATUS:N, for example 503:2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderOptions</name>
    <message>
        <source>A custom event; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A segment; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour or day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units back, 1 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the range ends; default now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved workspace, or demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A REST endpoint, instead of a saved workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key for --endpoint, readable by you alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where files are written; default here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name with {event} {segment} {from} {to} {view}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>png, csv or both, with a comma; default png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the picture; default 1920x1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels for each of these, 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark; default light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white, theme or transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a day ends, without a saved workspace; default UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait for a rate limit; default 120</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One JSON line per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where workspaces are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a picture and a table of a view, without a display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither read nor keep history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes %2, not “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes png and csv, not “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, from 320x180 to 8192x8192</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--zone takes a name like Europe/Paris, not “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>render takes one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one: --workspace NAME, or --endpoint URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key-file goes with --endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--zone goes with --endpoint: a workspace has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--ending-at takes an ISO 8601 date or time, not “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>emberline::DatasetModel</name>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
