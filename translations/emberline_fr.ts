<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AppContext</name>
    <message>
        <source>Demo data</source>
        <translation>Données de démo</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A number and the percent sign, with the space that stands between them</extracomment>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Instead of a change in percent: there was none before</extracomment>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>so far, to %1</source>
        <translation>provisoire, à %1</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>non collecté</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>aucune valeur</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>series that have no room</comment>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>cut by the range</source>
        <translation>coupé par la période</translation>
    </message>
    <message>
        <source>a part has no value</source>
        <translation>une partie sans valeur</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>chargement…</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>non chargé</translation>
    </message>
    <message>
        <source>vs %1</source>
        <comment>compared with a date</comment>
        <translation>vs %1</translation>
    </message>
    <message>
        <source>week of %1</source>
        <extracomment>The week that begins on a date</extracomment>
        <translation>semaine du %1</translation>
    </message>
    <message>
        <source>as on %1</source>
        <extracomment>A count beside the one of an earlier date, spoken</extracomment>
        <translation>comme le %1</translation>
    </message>
    <message>
        <source>none on %1</source>
        <extracomment>A count beside the one of an earlier date, spoken</extracomment>
        <translation>aucun le %1</translation>
    </message>
    <message>
        <source>up %1 on %2</source>
        <extracomment>A count beside the one of an earlier date, spoken: up 8.1 % on 5 November</extracomment>
        <translation>en hausse de %1 par rapport au %2</translation>
    </message>
    <message>
        <source>down %1 on %2</source>
        <translation>en baisse de %1 par rapport au %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3</source>
        <translation>--%1 attend un nombre entier de %2 à %3</translation>
    </message>
    <message>
        <source>--now takes an ISO 8601 time, not “%1”</source>
        <translation>--now attend une heure ISO 8601, pas «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>--lang takes %1, not “%2”</source>
        <translation>--lang accepte %1, pas «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>Shows this help</source>
        <translation>Affiche cette aide</translation>
    </message>
</context>
<context>
    <name>CompactNumber</name>
    <message>
        <source>%1&#x202f;k</source>
        <comment>thousands</comment>
        <translation>%1&#x202f;k</translation>
    </message>
    <message>
        <source>%1&#x202f;M</source>
        <comment>millions</comment>
        <translation>%1&#x202f;M</translation>
    </message>
    <message>
        <source>%1&#x202f;T</source>
        <comment>million millions</comment>
        <translation>%1&#x202f;Bn</translation>
    </message>
    <message>
        <source>%1&#x202f;B</source>
        <comment>thousand millions</comment>
        <translation>%1&#x202f;Md</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>None</source>
        <extracomment>Compare: none</extracomment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Période précédente</translation>
    </message>
    <message>
        <source>Same period last year</source>
        <translation>Même période de l’an dernier</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personnalisée…</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Sans comparaison</translation>
    </message>
    <message>
        <source>vs previous period</source>
        <translation>vs période précédente</translation>
    </message>
    <message numerus="yes">
        <source>vs %n previous periods</source>
        <translation>
            <numerusform>vs %n période précédente</numerusform>
            <numerusform>vs %n périodes précédentes</numerusform>
        </translation>
    </message>
    <message>
        <source>vs last year</source>
        <translation>vs l’an dernier</translation>
    </message>
    <message numerus="yes">
        <source>vs %n earlier years</source>
        <translation>
            <numerusform>vs %n année antérieure</numerusform>
            <numerusform>vs %n années antérieures</numerusform>
        </translation>
    </message>
    <message>
        <source>vs earlier dates</source>
        <translation>vs dates antérieures</translation>
    </message>
</context>
<context>
    <name>ComparisonText</name>
    <message>
        <source>previous period, %1</source>
        <translation>période précédente, %1</translation>
    </message>
    <message>
        <source>same period last year, %1</source>
        <translation>même période de l’an dernier, %1</translation>
    </message>
    <message>
        <source>earlier period, %1</source>
        <translation>période antérieure, %1</translation>
    </message>
    <message>
        <source>previous periods: %1</source>
        <translation>périodes précédentes&#xa0;: %1</translation>
    </message>
    <message>
        <source>same period of earlier years: %1</source>
        <translation>même période des années antérieures&#xa0;: %1</translation>
    </message>
    <message>
        <source>earlier periods: %1</source>
        <translation>périodes antérieures&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message numerus="yes">
        <source>%n picture(s).</source>
        <translation>
            <numerusform>%n image.</numerusform>
            <numerusform>%n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>Week of %1</source>
        <translation>Semaine du %1</translation>
    </message>
</context>
<context>
    <name>ExportFeedback</name>
    <message>
        <source>Saved %1</source>
        <translation>Image enregistrée&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s) in %1</source>
        <translation>
            <numerusform>%n fichier enregistré dans %1</numerusform>
            <numerusform>%n fichiers enregistrés dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
</context>
<context>
    <name>HistorySentences</name>
    <message>
        <source>What was kept on this computer was damaged and has been set aside. It is loaded from Braze again.</source>
        <translation>Ce qui était conservé sur cet ordinateur était endommagé et a été mis de côté. Les données sont rechargées depuis Braze.</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer Emberline. Nothing of it is read or changed.</source>
        <translation>Ce qui est conservé sur cet ordinateur a été écrit par une version plus récente d’Emberline. Rien n’en est lu ni modifié.</translation>
    </message>
    <message>
        <source>What is kept on this computer cannot be written to. Nothing new is kept.</source>
        <translation>Ce qui est conservé sur cet ordinateur ne peut pas être modifié. Rien de nouveau n’est conservé.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing new is kept on this computer.</source>
        <translation>Le disque est plein. Rien de nouveau n’est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Another Emberline was busy for long. Something new was not kept on this computer.</source>
        <translation>Un autre Emberline a été occupé longtemps. Une partie des nouvelles données n’a pas été conservée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What is kept on this computer cannot be used. Everything is loaded from Braze.</source>
        <translation>Ce qui est conservé sur cet ordinateur est inutilisable. Tout est chargé depuis Braze.</translation>
    </message>
</context>
<context>
    <name>KeyFile</name>
    <message>
        <source>%1 holds no key: a key has 1 to 512 characters, no blanks inside</source>
        <translation>%1 ne contient pas de clé&#xa0;: une clé compte de 1 à 512 caractères, sans espace</translation>
    </message>
    <message>
        <source>%1 can be read by others; run: chmod 600 %1</source>
        <translation>%1 est lisible par d’autres&#x202f;; exécutez&#xa0;: chmod 600 %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 est illisible</translation>
    </message>
    <message>
        <source>An endpoint needs a key: --key-file FILE, or EMBERLINE_API_KEY</source>
        <translation>Un endpoint demande une clé&#xa0;: --key-file FILE, ou EMBERLINE_API_KEY</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n semaine</numerusform>
            <numerusform>%n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>incl. incomplete</source>
        <translation>provisoire inclus</translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%n sans valeur</numerusform>
            <numerusform>%n sans valeur</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>the same on both ends from %1 to %2</source>
        <translation>identique aux deux bouts du %1 au %2</translation>
    </message>
    <message>
        <source>rose from 0 to %1 from %2 to %3</source>
        <translation>en hausse de 0 à %1 du %2 au %3</translation>
    </message>
    <message>
        <source>rose %1 from %2 to %3</source>
        <translation>en hausse de %1 du %2 au %3</translation>
    </message>
    <message>
        <source>fell %1 from %2 to %3</source>
        <translation>en baisse de %1 du %2 au %3</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>somme %1</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 in %5</source>
        <extracomment>An event, a segment: &quot;rose 18.2 % from 3 to 10 Nov&quot;, a sum in &quot;8 days&quot;</extracomment>
        <translation>%1, %2&#xa0;: %3, %4 en %5</translation>
    </message>
</context>
<context>
    <name>NoticeSentences</name>
    <message>
        <source>%1 has no key yet.</source>
        <translation>%1 n’a pas encore de clé.</translation>
    </message>
    <message>
        <source>The key of %1 was kept for one session only.</source>
        <translation>La clé pour %1 n’a été conservée que le temps d’une session.</translation>
    </message>
    <message>
        <source>The keyring is locked, the request was declined, or the key of %1 was removed.</source>
        <translation>Le trousseau est verrouillé, la demande a été refusée ou la clé pour %1 a été supprimée.</translation>
    </message>
    <message>
        <source>No system keychain answers. The key of %1 is kept for this session only.</source>
        <translation>Aucun trousseau système ne répond. La clé pour %1 n’est conservée que pour cette session.</translation>
    </message>
    <message>
        <source>The system keychain declined. The key of %1 is kept for this session only.</source>
        <translation>Le trousseau système a refusé. La clé pour %1 n’est conservée que pour cette session.</translation>
    </message>
    <message>
        <source>The system keychain did not keep the key of %1. It is kept for this session only.</source>
        <translation>Le trousseau système n’a pas enregistré la clé pour %1. Elle n’est conservée que pour cette session.</translation>
    </message>
    <message>
        <source>What the system keychain holds for %1 is not a key.</source>
        <translation>Ce que le trousseau système contient pour %1 n’est pas une clé.</translation>
    </message>
    <message>
        <source>The key of %1 is kept, but its settings could not be written.</source>
        <translation>La clé pour %1 est enregistrée, mais pas les réglages&#xa0;: leur écriture a échoué.</translation>
    </message>
    <message>
        <source>Braze says: “%1”</source>
        <translation>Message de Braze&#xa0;: «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Waiting for the system keyring…</source>
        <translation>En attente du trousseau système…</translation>
    </message>
    <message>
        <source>The list of workspaces was damaged. It lies beside the new one as %1; keys are untouched.</source>
        <translation>La liste des espaces de travail était endommagée. Elle se trouve à côté de la nouvelle sous le nom %1&#x202f;; les clés sont intactes.</translation>
    </message>
    <message>
        <source>The list of workspaces was written by a newer Emberline and is left as it is.</source>
        <translation>La liste des espaces de travail vient d’une version plus récente d’Emberline et reste inchangée.</translation>
    </message>
    <message>
        <source>The list of workspaces cannot be read: %1</source>
        <translation>Impossible de lire la liste des espaces de travail&#xa0;: %1</translation>
    </message>
    <message>
        <source>The system keychain did not take the key of %1. It is kept for this session only.</source>
        <translation>Le trousseau du système n’a pas accepté la clé pour %1. Elle n’est gardée que pour cette session.</translation>
    </message>
    <message>
        <source>The system keychain does not answer, so the key of %1 cannot be read.</source>
        <translation>Le trousseau du système ne répond pas&#xa0;: la clé pour %1 ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The system keychain declined, so the key of %1 cannot be read.</source>
        <translation>Le trousseau du système a refusé&#xa0;: la clé pour %1 ne peut pas être lue.</translation>
    </message>
    <message>
        <source>%1 was not deleted: the keyring is locked, the request was declined, or the key is no longer there. If you delete it anyway, the key may stay in the keyring.</source>
        <translation>%1 n’a pas été supprimé&#xa0;: le trousseau est verrouillé, la demande a été refusée ou la clé n’y est plus. Si vous le supprimez quand même, la clé peut rester dans le trousseau.</translation>
    </message>
    <message>
        <source>%1 was not deleted: the system keychain does not answer. If you delete it anyway, the key may stay in the keyring.</source>
        <translation>%1 n’a pas été supprimé&#xa0;: le trousseau du système ne répond pas. Si vous le supprimez quand même, la clé peut rester dans le trousseau.</translation>
    </message>
    <message>
        <source>%1 was not deleted: the system keychain declined. If you delete it anyway, the key may stay in the keyring.</source>
        <translation>%1 n’a pas été supprimé&#xa0;: le trousseau du système a refusé. Si vous le supprimez quand même, la clé peut rester dans le trousseau.</translation>
    </message>
    <message>
        <source>%1 was not deleted: the system keychain did not remove its key. If you delete it anyway, the key may stay in the keyring.</source>
        <translation>%1 n’a pas été supprimé&#xa0;: le trousseau du système n’a pas retiré sa clé. Si vous le supprimez quand même, la clé peut rester dans le trousseau.</translation>
    </message>
    <message>
        <source>%1 was not deleted: its key is gone, but its settings could not be written.</source>
        <translation>%1 n’a pas été supprimé&#xa0;: sa clé a été retirée, mais ses réglages n’ont pas pu être écrits.</translation>
    </message>
    <message>
        <source>The key of %1 is used for this session only.</source>
        <translation>La clé pour %1 n’est utilisée que pour cette session.</translation>
    </message>
    <message>
        <source>Waiting for the system keyring to remove the key of %1. If you delete %1 anyway, the key may stay there.</source>
        <translation>En attente du trousseau du système pour retirer la clé pour %1. Si vous supprimez %1 quand même, la clé peut y rester.</translation>
    </message>
    <message>
        <source>This computer lacks TLS support, so Braze cannot be reached.</source>
        <translation>Cet ordinateur ne prend pas en charge TLS&#xa0;: Braze ne peut pas être joint.</translation>
    </message>
    <message>
        <source>The key of %1 is now in the system keychain.</source>
        <translation>La clé pour %1 est maintenant dans le trousseau du système.</translation>
    </message>
    <message>
        <source>The earlier period could not be loaded for every series.</source>
        <translation>La période antérieure n’a pas pu être chargée pour toutes les séries.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) were too large to draw and were cut.</source>
        <translation>
            <numerusform>%Ln valeur trop grande pour être tracée a été tronquée.</numerusform>
            <numerusform>%Ln valeurs trop grandes pour être tracées ont été tronquées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelSources</name>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a panel and the title of the view: &quot;Gold members: app_open per day&quot;</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>All apps</source>
        <translation>Toutes les apps</translation>
    </message>
    <message>
        <source>lowest, median and highest of all panels</source>
        <translation>minimum, médiane et maximum de tous les panneaux</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Made with Emberline.</source>
        <translation>Créé avec Emberline.</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message numerus="yes">
        <source>%n custom events</source>
        <translation>
            <numerusform>%n événement personnalisé</numerusform>
            <numerusform>%n événements personnalisés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation>%1 par heure</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>all apps</source>
        <translation>toutes les apps</translation>
    </message>
    <message>
        <source>apps: %1</source>
        <translation>apps&#xa0;: %1</translation>
    </message>
    <message>
        <source>Custom event %1, %2</source>
        <translation>Événement personnalisé %1, %2</translation>
    </message>
    <message>
        <source>Custom events %1, %2</source>
        <translation>Événements personnalisés %1, %2</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>tous les utilisateurs</translation>
    </message>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>the segment %1</source>
        <translation>le segment %1</translation>
    </message>
    <message>
        <source>the segments %1</source>
        <translation>les segments %1</translation>
    </message>
    <message>
        <source>all users and %1</source>
        <translation>tous les utilisateurs et %1</translation>
    </message>
    <message>
        <source>Count per hour, %1, times in %2.</source>
        <translation>Nombre par heure, %1, heures du fuseau %2.</translation>
    </message>
    <message>
        <source>Count per Braze workspace day (%2), %1.</source>
        <translation>Nombre par jour de l’espace de travail Braze (%2), %1.</translation>
    </message>
    <message>
        <source>Dashed: %1 is not complete (to %2).</source>
        <translation>En pointillés&#xa0;: %1, provisoire (à %2).</translation>
    </message>
    <message>
        <source>Dashed: %1 is not complete.</source>
        <translation>En pointillés&#xa0;: %1, provisoire.</translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n days.</source>
        <translation>
            <numerusform>Lacunes&#xa0;: aucune valeur pour %n jour.</numerusform>
            <numerusform>Lacunes&#xa0;: aucune valeur pour %n jours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n hours.</source>
        <translation>
            <numerusform>Lacunes&#xa0;: aucune valeur pour %n heure.</numerusform>
            <numerusform>Lacunes&#xa0;: aucune valeur pour %n heures.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <comment>a segment, not collected before a day</comment>
        <translation>%1 avant le %2</translation>
    </message>
    <message>
        <source>Hatched: not collected (%1).</source>
        <translation>Hachuré&#xa0;: non collecté (%1).</translation>
    </message>
    <message>
        <source>Not loaded: %1.</source>
        <translation>Non chargé&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n values are too large to draw and are cut.</source>
        <translation>
            <numerusform>%n valeur trop grande pour être tracée est tronquée.</numerusform>
            <numerusform>%n valeurs trop grandes pour être tracées sont tronquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetched %1, %2 %3.</source>
        <translation>Données du %1, %2 %3.</translation>
    </message>
    <message>
        <source>Demo data.</source>
        <translation>Données de démo.</translation>
    </message>
    <message>
        <source>Braze custom event “%1”; %2; %3.</source>
        <translation>Événement personnalisé Braze «&#x202f;%1&#x202f;»&#x202f;; %2&#x202f;; %3.</translation>
    </message>
    <message>
        <source>Braze custom events “%1”; %2; %3.</source>
        <translation>Événements personnalisés Braze «&#x202f;%1&#x202f;»&#x202f;; %2&#x202f;; %3.</translation>
    </message>
    <message>
        <source>%1 per week</source>
        <translation>%1 par semaine</translation>
    </message>
    <message>
        <source>%1 per month</source>
        <translation>%1 par mois</translation>
    </message>
    <message>
        <source>Count per day, summed from hours (%2), %1.</source>
        <translation>Nombre par jour, somme des heures (%2), %1.</translation>
    </message>
    <message>
        <source>Count per week, summed from hours (%2), %1.</source>
        <translation>Nombre par semaine, somme des heures (%2), %1.</translation>
    </message>
    <message>
        <source>Count per week, summed from Braze workspace days (%2), %1.</source>
        <translation>Nombre par semaine, somme des jours de l’espace Braze (%2), %1.</translation>
    </message>
    <message>
        <source>Count per month, summed from hours (%2), %1.</source>
        <translation>Nombre par mois, somme des heures (%2), %1.</translation>
    </message>
    <message>
        <source>Count per month, summed from Braze workspace days (%2), %1.</source>
        <translation>Nombre par mois, somme des jours de l’espace Braze (%2), %1.</translation>
    </message>
    <message>
        <source>the week of %1</source>
        <translation>la semaine du %1</translation>
    </message>
    <message>
        <source>Dashed: the range cuts %1.</source>
        <translation>Tirets&#xa0;: la période coupe %1.</translation>
    </message>
    <message numerus="yes">
        <source>Dashed: %n sums lack a part.</source>
        <translation>
            <numerusform>Tirets&#xa0;: il manque une partie à %n somme.</numerusform>
            <numerusform>Tirets&#xa0;: il manque une partie à %n sommes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n weeks.</source>
        <translation>
            <numerusform>Trous&#xa0;: pas de valeur pour %n semaine.</numerusform>
            <numerusform>Trous&#xa0;: pas de valeur pour %n semaines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: no value for %n months.</source>
        <translation>
            <numerusform>Trous&#xa0;: pas de valeur pour %n mois.</numerusform>
            <numerusform>Trous&#xa0;: pas de valeur pour %n mois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gaps: %n points are not loaded.</source>
        <translation>
            <numerusform>Trous&#xa0;: %n point n’est pas chargé.</numerusform>
            <numerusform>Trous&#xa0;: %n points ne sont pas chargés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thin lines: %1.</source>
        <translation>Lignes fines&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>ProgramOptions</name>
    <message>
        <source>Shows how often Braze custom events happen. Other commands:
  emberline render --help
  emberline demo-server --help</source>
        <translation>Montre à quelle fréquence se produisent les événements personnalisés Braze. Autres commandes&#xa0;:
  emberline render --help
  emberline demo-server --help</translation>
    </message>
    <message>
        <source>The workspace to open, or demo</source>
        <translation>L’espace de travail à ouvrir, ou demo</translation>
    </message>
    <message>
        <source>The view file to open</source>
        <translation>Le fichier de vue à ouvrir</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>light ou dark</translation>
    </message>
    <message>
        <source>The language, for example fr</source>
        <translation>La langue, par exemple fr</translation>
    </message>
    <message>
        <source>A fixed present</source>
        <translation>Heure actuelle imposée</translation>
    </message>
    <message>
        <source>Where settings and workspaces are kept</source>
        <translation>Dossier des réglages et des espaces de travail</translation>
    </message>
    <message>
        <source>Open the demo as long as no workspace is connected</source>
        <translation>Ouvre la démo tant qu’aucun espace de travail n’est connecté</translation>
    </message>
    <message>
        <source>A view file</source>
        <translation>Un fichier de vue</translation>
    </message>
    <message>
        <source>Serves the demo workspace on this computer only.</source>
        <translation>Sert l’espace de travail de démo, sur cet ordinateur uniquement.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; default any free one</source>
        <translation>Port sur 127.0.0.1&#x202f;; par défaut, un port libre</translation>
    </message>
    <message>
        <source>The key it accepts; default demo-key</source>
        <translation>La clé acceptée&#x202f;; demo-key par défaut</translation>
    </message>
    <message>
        <source>Waits so long before each answer</source>
        <translation>Attente avant chaque réponse</translation>
    </message>
    <message>
        <source>Answers the first N data requests with STATUS</source>
        <translation>Répond STATUS aux N premières requêtes de données</translation>
    </message>
    <message>
        <source>Requests an hour before it answers 429</source>
        <translation>Requêtes par heure avant de répondre 429</translation>
    </message>
    <message>
        <source>Leaves out this share of the buckets</source>
        <translation>Omet cette part des intervalles</translation>
    </message>
    <message>
        <source>Emberline opens one file</source>
        <translation>Emberline ouvre un seul fichier</translation>
    </message>
    <message>
        <source>--theme takes light or dark</source>
        <translation>--theme attend light ou dark</translation>
    </message>
    <message>
        <source>--fail takes STATUS:N, for example 503:2</source>
        <translation>--fail attend STATUS:N, par exemple 503:2</translation>
    </message>
</context>
<context>
    <name>QueryExcess</name>
    <message>
        <source>A view has room for %1 events and as many apps.</source>
        <translation>Une vue peut contenir %1 événements et autant d’apps.</translation>
    </message>
    <message>
        <source>A view has room for %1 series. These would be %2: choose fewer events, apps or segments.</source>
        <translation>Une vue peut contenir %1 séries. Il y en aurait %2&#xa0;: choisissez moins d’événements, d’apps ou de segments.</translation>
    </message>
</context>
<context>
    <name>RangeWords</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 28 days</source>
        <translation>28 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 91 days</source>
        <translation>91 derniers jours</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>Mois en cours</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mois dernier</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>Année en cours</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>6 derniers mois</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>a range of dates that the user chose</comment>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>The range can&apos;t have more than %L1 buckets.</source>
        <translation>La période ne peut pas compter plus de %L1 intervalles.</translation>
    </message>
    <message>
        <source>The end can&apos;t lie before the start.</source>
        <translation>La fin ne peut pas précéder le début.</translation>
    </message>
    <message>
        <source>The range can&apos;t lie wholly in the future.</source>
        <translation>La période ne peut pas être entièrement dans le futur.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <comment>a range</comment>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln hour(s)</source>
        <translation>
            <numerusform>Dernière heure (%Ln)</numerusform>
            <numerusform>%Ln dernières heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>a range</comment>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Dernier jour (%Ln)</numerusform>
            <numerusform>%Ln derniers jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderBrand</name>
    <message>
        <source>There is no brand kit in this profile</source>
        <translation>Il n’y a pas de charte dans ce profil</translation>
    </message>
    <message>
        <source>The brand kit of this profile is damaged</source>
        <translation>La charte de ce profil est endommagée</translation>
    </message>
    <message>
        <source>%1; pictures are light</source>
        <translation>%1&#x202f;; les images sont claires</translation>
    </message>
</context>
<context>
    <name>RenderOptions</name>
    <message>
        <source>A segment; repeatable</source>
        <translation>Un segment&#x202f;; répétable</translation>
    </message>
    <message>
        <source>An app; repeatable</source>
        <translation>Une app&#x202f;; répétable</translation>
    </message>
    <message>
        <source>hour or day</source>
        <translation>hour (heure) ou day (jour)</translation>
    </message>
    <message>
        <source>Where the range ends; default now</source>
        <translation>Fin de la période&#x202f;; maintenant par défaut</translation>
    </message>
    <message>
        <source>A saved workspace, or demo</source>
        <translation>Un espace de travail enregistré, ou demo</translation>
    </message>
    <message>
        <source>A REST endpoint, instead of a saved workspace</source>
        <translation>Un endpoint REST, au lieu d’un espace de travail enregistré</translation>
    </message>
    <message>
        <source>The API key for --endpoint, readable by you alone</source>
        <translation>La clé API pour --endpoint, lisible par vous seul</translation>
    </message>
    <message>
        <source>Where files are written; default here</source>
        <translation>Dossier des fichiers écrits&#x202f;; ici par défaut</translation>
    </message>
    <message>
        <source>File name with {event} {segment} {from} {to} {view}</source>
        <translation>Nom de fichier avec {event} {segment} {from} {to} {view}</translation>
    </message>
    <message>
        <source>Size of the picture; default 1920x1080</source>
        <translation>Taille de l’image&#x202f;; 1920x1080 par défaut</translation>
    </message>
    <message>
        <source>Pixels for each of these, 1 to 4</source>
        <translation>Pixels pour chacun de ceux-ci, de 1 à 4</translation>
    </message>
    <message>
        <source>white, theme or transparent</source>
        <translation>white, theme ou transparent</translation>
    </message>
    <message>
        <source>When a day ends, without a saved workspace; default UTC</source>
        <translation>Fuseau des journées, sans espace de travail enregistré&#x202f;; UTC par défaut</translation>
    </message>
    <message>
        <source>Longest wait for a rate limit; default 120</source>
        <translation>Attente maximale en cas de limite de débit&#x202f;; 120 par défaut</translation>
    </message>
    <message>
        <source>A fixed present</source>
        <translation>Heure actuelle imposée</translation>
    </message>
    <message>
        <source>One JSON line per request</source>
        <translation>Une ligne JSON par requête</translation>
    </message>
    <message>
        <source>Language of the picture</source>
        <translation>Langue de l’image</translation>
    </message>
    <message>
        <source>Where workspaces are kept</source>
        <translation>Dossier des espaces de travail</translation>
    </message>
    <message>
        <source>Neither read nor keep history</source>
        <translation>Ne lit ni ne conserve l’historique</translation>
    </message>
    <message>
        <source>--%1 takes %2, not “%3”</source>
        <translation>--%1 attend %2, pas «&#x202f;%3&#x202f;»</translation>
    </message>
    <message>
        <source>--format is empty</source>
        <translation>--format est vide</translation>
    </message>
    <message>
        <source>--zone takes a name like Europe/Paris, not “%1”</source>
        <translation>--zone attend un nom comme Europe/Paris, pas «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>render takes one file</source>
        <translation>render attend un seul fichier</translation>
    </message>
    <message>
        <source>Say which one: --workspace NAME, or --endpoint URL</source>
        <translation>Précisez lequel&#xa0;: --workspace NAME, ou --endpoint URL</translation>
    </message>
    <message>
        <source>--key-file goes with --endpoint</source>
        <translation>--key-file va avec --endpoint</translation>
    </message>
    <message>
        <source>--zone goes with --endpoint: a workspace has its own</source>
        <translation>--zone va avec --endpoint&#xa0;: un espace de travail a déjà le sien</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, from 240x240 to 4096x4096</source>
        <translation>--size attend LARGEURxHAUTEUR, de 240x240 à 4096x4096</translation>
    </message>
    <message>
        <source>How many units back; default 30</source>
        <translation>Combien d’unités en arrière&#x202f;; 30 par défaut</translation>
    </message>
    <message>
        <source>First day or hour of the range, with --to</source>
        <translation>Premier jour ou première heure de la période, avec --to</translation>
    </message>
    <message>
        <source>Last day or hour of the range, included</source>
        <translation>Dernier jour ou dernière heure de la période, inclus</translation>
    </message>
    <message>
        <source>A range by name, like last-30-days</source>
        <translation>Une période par son nom, comme last-30-days</translation>
    </message>
    <message>
        <source>hour, day, week or month: what is shown; default the unit</source>
        <translation>hour, day, week ou month&#xa0;: ce qui est montré&#x202f;; par défaut l’unité</translation>
    </message>
    <message>
        <source>Where what was loaded is kept and read again</source>
        <translation>Où ce qui a été chargé est conservé et relu</translation>
    </message>
    <message>
        <source>Never ask the service: from history alone</source>
        <translation>Ne jamais interroger le service&#xa0;: uniquement l’historique</translation>
    </message>
    <message>
        <source>--%1 takes an ISO 8601 date or time, not “%2”</source>
        <translation>--%1 prend une date ou une heure ISO 8601, et non «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>--from and --to go together</source>
        <translation>--from et --to vont ensemble</translation>
    </message>
    <message>
        <source>Say one range: --length with --ending-at, --from with --to, or --range</source>
        <translation>Indiquez une seule période&#xa0;: --length avec --ending-at, --from avec --to, ou --range</translation>
    </message>
    <message>
        <source>--history is empty</source>
        <translation>--history est vide</translation>
    </message>
    <message>
        <source>--no-history goes neither with --history nor with --offline</source>
        <translation>--no-history ne va ni avec --history ni avec --offline</translation>
    </message>
    <message>
        <source>A time of day in --from or --to goes with --unit hour</source>
        <translation>Une heure dans --from ou --to va avec --unit hour</translation>
    </message>
    <message>
        <source>--from or --to is no time</source>
        <translation>--from ou --to n’est pas une date</translation>
    </message>
    <message>
        <source>--ending-at needs --length: the view has another kind of range</source>
        <translation>--ending-at demande --length&#xa0;: la vue a une autre sorte de période</translation>
    </message>
    <message>
        <source>--to lies before --from</source>
        <translation>--to précède --from</translation>
    </message>
    <message>
        <source>--granularity hour goes with --unit hour</source>
        <translation>--granularity hour va avec --unit hour</translation>
    </message>
    <message>
        <source>The last 24 hours go with --unit hour and --granularity hour</source>
        <translation>Les 24 dernières heures vont avec --unit hour et --granularity hour</translation>
    </message>
    <message>
        <source>previous or year: the earlier period to compare with</source>
        <translation>previous ou year&#xa0;: la période antérieure à comparer</translation>
    </message>
    <message>
        <source>png, svg, pdf, csv, xlsx or several, with commas; default png</source>
        <translation>png, svg, pdf, csv, xlsx ou plusieurs, séparés par des virgules&#x202f;; png par défaut</translation>
    </message>
    <message>
        <source>--format takes png, svg, pdf, csv and xlsx, not “%1”</source>
        <translation>--format accepte png, svg, pdf, csv et xlsx, pas «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>A custom event; repeatable; not with a board</source>
        <translation>Un événement personnalisé&#x202f;; répétable&#x202f;; pas avec un tableau de bord</translation>
    </message>
    <message>
        <source>light, dark or brand; default light</source>
        <translation>light, dark ou brand&#x202f;; light par défaut</translation>
    </message>
    <message>
        <source>overlay or panels; default that of the view</source>
        <translation>overlay ou panels&#x202f;; par défaut celle de la vue</translation>
    </message>
    <message>
        <source>Writes pictures and tables of a view or of each view of a board, without a display.</source>
        <translation>Écrit les images et les tableaux d’une vue, ou de chaque vue d’un tableau de bord, sans écran.</translation>
    </message>
    <message>
        <source>Writes all pictures on one page as well</source>
        <translation>Écrit aussi toutes les images sur une page</translation>
    </message>
    <message>
        <source>A board, a view, or a picture that holds one</source>
        <translation>Un tableau de bord, une vue, ou une image qui en contient une</translation>
    </message>
    <message>
        <source>--name knows %1, not “%2”</source>
        <translation>--name connaît %1, pas «&#x202f;%2&#x202f;»</translation>
    </message>
</context>
<context>
    <name>SeriesLooks</name>
    <message>
        <source>All users</source>
        <translation>Tous les utilisateurs</translation>
    </message>
</context>
<context>
    <name>SummaryCell</name>
    <message>
        <source>Peak</source>
        <translation>Pic</translation>
    </message>
    <message>
        <source>Peak %1</source>
        <comment>a date</comment>
        <translation>Pic %1</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Latest %1</source>
        <comment>a date</comment>
        <translation>Dernier %1</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>chargement…</translation>
    </message>
    <message>
        <source>not all is loaded</source>
        <translation>tout n’est pas chargé</translation>
    </message>
    <message>
        <source>incl. incomplete</source>
        <translation>provisoire inclus</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a spoken sentence</comment>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>new: there were none in the earlier period</source>
        <translation>nouveau&#xa0;: aucun dans la période antérieure</translation>
    </message>
    <message>
        <source>up %1 on the earlier period, %2</source>
        <translation>en hausse de %1 par rapport à la période antérieure, %2</translation>
    </message>
    <message>
        <source>down %1 on the earlier period, %2</source>
        <translation>en baisse de %1 par rapport à la période antérieure, %2</translation>
    </message>
    <message>
        <source>no change on the earlier period</source>
        <translation>sans changement par rapport à la période antérieure</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
</context>
<context>
    <name>TableAbout</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Demo data, made up</source>
        <translation>Données de démonstration, inventées</translation>
    </message>
    <message>
        <source>Custom event</source>
        <translation>Événement personnalisé</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Tous les utilisateurs</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Toutes les apps</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>A row is</source>
        <translation>Une ligne est</translation>
    </message>
    <message>
        <source>Time zone of the workspace</source>
        <translation>Fuseau horaire de l’espace</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé à</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Cellules vides</translation>
    </message>
    <message>
        <source>Braze sent no value, did not track the segment yet, or the value is not loaded. A 0 was counted.</source>
        <translation>Braze n’a pas envoyé de valeur, ne suivait pas encore le segment, ou la valeur n’est pas chargée. Un 0 a été compté.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplet</translation>
    </message>
    <message>
        <source>Rows with “yes” there do not hold the whole count.</source>
        <translation>Les lignes marquées «&#x202f;yes&#x202f;» ne contiennent pas le compte entier.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Créé avec</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>une heure</translation>
    </message>
    <message>
        <source>a day, summed from hours</source>
        <translation>un jour, somme d’heures</translation>
    </message>
    <message>
        <source>a Braze workspace day</source>
        <translation>un jour de l’espace Braze</translation>
    </message>
    <message>
        <source>a week, summed from hours</source>
        <translation>une semaine, somme d’heures</translation>
    </message>
    <message>
        <source>a week, summed from days</source>
        <translation>une semaine, somme de jours</translation>
    </message>
    <message>
        <source>a month, summed from hours</source>
        <translation>un mois, somme d’heures</translation>
    </message>
    <message>
        <source>a month, summed from days</source>
        <translation>un mois, somme de jours</translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <source>All apps</source>
        <translation>Toutes les apps</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Tous les utilisateurs</translation>
    </message>
</context>
<context>
    <name>ViewHistory</name>
    <message>
        <source>Change event</source>
        <translation>Changer d’événement</translation>
    </message>
    <message>
        <source>Change segments</source>
        <translation>Changer de segments</translation>
    </message>
    <message>
        <source>Change app</source>
        <translation>Changer d’app</translation>
    </message>
    <message>
        <source>Change range</source>
        <translation>Changer de période</translation>
    </message>
    <message>
        <source>Change bucket</source>
        <translation>Changer d’intervalle</translation>
    </message>
    <message>
        <source>Change layout</source>
        <translation>Changer de disposition</translation>
    </message>
    <message>
        <source>Hide series</source>
        <translation>Masquer la série</translation>
    </message>
    <message>
        <source>Show series</source>
        <translation>Afficher la série</translation>
    </message>
    <message>
        <source>Complete periods only</source>
        <translation>Périodes complètes seulement</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>Changer les panneaux</translation>
    </message>
    <message>
        <source>Change comparison</source>
        <translation>Changer la comparaison</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Change order</source>
        <translation>Changer l’ordre</translation>
    </message>
</context>
<context>
    <name>ViewsFile</name>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 est illisible</translation>
    </message>
    <message>
        <source>%1 is no board and no view: %2</source>
        <translation>%1 n’est ni un tableau de bord ni une vue&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>emberline::AboutDialog</name>
    <message>
        <source>About Emberline</source>
        <translation>À propos d’Emberline</translation>
    </message>
    <message>
        <source>Shows how often Braze custom events happen. Free software under the GNU General Public License, version 3 or later. It is not made or endorsed by Braze.</source>
        <translation>Montre à quelle fréquence se produisent les événements personnalisés Braze. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Il n’est ni conçu ni approuvé par Braze.</translation>
    </message>
</context>
<context>
    <name>emberline::AccentField</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Couleur d’accent</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Pick the accent colour</source>
        <translation>Choisir la couleur d’accent</translation>
    </message>
    <message>
        <source>Remove the accent colour</source>
        <translation>Retirer la couleur d’accent</translation>
    </message>
    <message>
        <source>A colour is written as # and six digits, like #0E6673</source>
        <translation>Une couleur s’écrit # suivi de six chiffres, comme #0E6673</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
</context>
<context>
    <name>emberline::AddSegmentRow</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Segment ID</source>
        <translation>ID du segment</translation>
    </message>
    <message>
        <source>Segment name</source>
        <translation>Nom du segment</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Add segment</source>
        <translation>Ajouter le segment</translation>
    </message>
</context>
<context>
    <name>emberline::AgeText</name>
    <message>
        <source>Updated %1</source>
        <translation>Mis à jour à %1</translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation>Mis à jour à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>Updated %n min ago</source>
        <translation>
            <numerusform>Mis à jour il y a %n min</numerusform>
            <numerusform>Mis à jour il y a %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n h ago</source>
        <translation>
            <numerusform>Mis à jour il y a %n h</numerusform>
            <numerusform>Mis à jour il y a %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Offline · data from %1</source>
        <translation>Hors ligne · données du %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln hours from this computer</source>
        <translation>
            <numerusform>%1 heure sur %Ln de cet ordinateur</numerusform>
            <numerusform>%1 heures sur %Ln de cet ordinateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln days from this computer</source>
        <translation>
            <numerusform>%1 jour sur %Ln de cet ordinateur</numerusform>
            <numerusform>%1 jours sur %Ln de cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %n min</numerusform>
            <numerusform>il y a %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il y a %n h</numerusform>
            <numerusform>il y a %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::AppMenu</name>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Toutes les apps</translation>
    </message>
</context>
<context>
    <name>emberline::AppPicker</name>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
</context>
<context>
    <name>emberline::BrandPage</name>
    <message>
        <source>For the pictures that you take away with the theme “Brand”. The window stays as it is.</source>
        <translation>Pour les images que vous exportez avec le thème «&#x202f;Charte&#x202f;». La fenêtre reste telle quelle.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Accent</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Pied de page</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choisir un logo</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Retirer le logo</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>Remove the font</source>
        <translation>Retirer la police</translation>
    </message>
    <message>
        <source>At the end of the footnote</source>
        <translation>À la fin de la note</translation>
    </message>
    <message>
        <source>Remove the footer</source>
        <translation>Retirer le pied de page</translation>
    </message>
    <message>
        <source>The brand kit that was kept is damaged and is not used. What you choose now takes its place.</source>
        <translation>La charte conservée est endommagée et n’est pas utilisée. Ce que vous choisissez maintenant la remplace.</translation>
    </message>
    <message>
        <source>Logos (%1)</source>
        <translation>Logos (%1)</translation>
    </message>
    <message>
        <source>The brand kit could not be kept: its folder cannot be written to.</source>
        <translation>La charte n’a pas pu être conservée&#xa0;: son dossier n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>%1 (not on this computer)</source>
        <translation>%1 (absente de cet ordinateur)</translation>
    </message>
</context>
<context>
    <name>emberline::BrandSample</name>
    <message>
        <source>All users</source>
        <translation>Tous les utilisateurs</translation>
    </message>
    <message>
        <source>Gold members</source>
        <translation>Membres Or</translation>
    </message>
    <message>
        <source>Silver members</source>
        <translation>Membres Argent</translation>
    </message>
    <message>
        <source>Basic members</source>
        <translation>Membres Basic</translation>
    </message>
    <message>
        <source>Checkouts per day</source>
        <translation>Achats par jour</translation>
    </message>
    <message>
        <source>by loyalty tier</source>
        <translation>par niveau de fidélité</translation>
    </message>
    <message>
        <source>Made-up numbers, to show what a picture looks like.</source>
        <translation>Chiffres inventés, pour montrer à quoi ressemble une image.</translation>
    </message>
</context>
<context>
    <name>emberline::BrandSentences</name>
    <message>
        <source>the black of “All users”</source>
        <translation>le noir de «&#x202f;Tous les utilisateurs&#x202f;»</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>le bleu</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>l’orange</translation>
    </message>
    <message>
        <source>green</source>
        <translation>le vert</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>le prune</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>le bleu ciel</translation>
    </message>
    <message>
        <source>red</source>
        <translation>le rouge</translation>
    </message>
    <message>
        <source>Hard to tell from %1</source>
        <translation>Difficile à distinguer de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hard to tell from %1 with red-green colour blindness</source>
        <translation>Avec un daltonisme rouge-vert, difficile à distinguer de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hard to tell from %1 with blue-yellow colour blindness</source>
        <translation>Avec un daltonisme bleu-jaune, difficile à distinguer de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Too pale for lines on white: %1 : 1, wanted %2 : 1</source>
        <translation>Trop pâle pour des lignes sur fond blanc&#xa0;: %1 pour 1, au lieu de %2 pour 1</translation>
    </message>
    <message>
        <source>This file is larger than 1 MB. Save the logo smaller.</source>
        <translation>Ce fichier dépasse 1 Mo. Enregistrez le logo en plus petit.</translation>
    </message>
    <message>
        <source>This image has more pixels than a logo needs. Save it with at most 4096 on a side.</source>
        <translation>Cette image a plus de pixels qu’un logo n’en demande. Enregistrez-la avec 4096 au plus par côté.</translation>
    </message>
    <message>
        <source>This file is no PNG or SVG that can be used.</source>
        <translation>Ce fichier n’est pas un PNG ou un SVG utilisable.</translation>
    </message>
    <message>
        <source>This SVG holds more than shapes: text, images, scripts or other files. Save it as shapes alone, or use a PNG.</source>
        <translation>Ce SVG contient plus que des formes&#xa0;: texte, images, scripts ou autres fichiers. Enregistrez-le avec des formes seules, ou utilisez un PNG.</translation>
    </message>
</context>
<context>
    <name>emberline::CatalogAge</name>
    <message>
        <source>Read on %1</source>
        <extracomment>of a list of names: it was read from Braze on this day</extracomment>
        <translation>Lue le %1</translation>
    </message>
    <message>
        <source>Read just now</source>
        <extracomment>of a list of names: it was read from Braze just now</extracomment>
        <translation>Lue à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>Read %n min ago</source>
        <extracomment>of a list of names: it was read from Braze so many minutes ago</extracomment>
        <translation>
            <numerusform>Lue il y a %n min</numerusform>
            <numerusform>Lue il y a %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n h ago</source>
        <extracomment>of a list of names: it was read from Braze so many hours ago</extracomment>
        <translation>
            <numerusform>Lue il y a %n h</numerusform>
            <numerusform>Lue il y a %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <extracomment>the list of names is being read from Braze</extracomment>
        <translation>Lecture de la liste…</translation>
    </message>
</context>
<context>
    <name>emberline::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>Aucune donnée.</translation>
    </message>
</context>
<context>
    <name>emberline::ChosenEvent</name>
    <message>
        <source>Remove %1</source>
        <extracomment>%1 is an event&apos;s name</extracomment>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>emberline::ChosenEvents</name>
    <message>
        <source>Chosen events</source>
        <translation>Événements choisis</translation>
    </message>
</context>
<context>
    <name>emberline::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Connect to Braze…</source>
        <translation>Se &amp;connecter à Braze…</translation>
    </message>
    <message>
        <source>&amp;Workspaces</source>
        <translation>&amp;Espaces de travail</translation>
    </message>
    <message>
        <source>Explore the &amp;demo</source>
        <translation>Découvrir la &amp;démo</translation>
    </message>
    <message>
        <source>&amp;Manage workspaces…</source>
        <translation>&amp;Gérer les espaces de travail…</translation>
    </message>
    <message>
        <source>&amp;Export image…</source>
        <translation>E&amp;xporter l’image…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>Copy &amp;image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy table &amp;cells</source>
        <translation>Copier les &amp;cellules du tableau</translation>
    </message>
    <message>
        <source>Copy cells with &amp;headers</source>
        <translation>Copier les cellules avec les en-&amp;têtes</translation>
    </message>
    <message>
        <source>Choose &amp;event</source>
        <translation>Choisir un é&amp;vénement</translation>
    </message>
    <message>
        <source>Choose &amp;segments</source>
        <translation>Choisir des &amp;segments</translation>
    </message>
    <message>
        <source>Choose &amp;app</source>
        <translation>Choisir une &amp;app</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Requête</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tableau</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About Emberline</source>
        <translation>À &amp;propos d’Emberline</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Reload ra&amp;nge</source>
        <translation>Recharger la &amp;période</translation>
    </message>
    <message>
        <source>Refresh &amp;by itself</source>
        <translation>Actualisation automati&amp;que</translation>
    </message>
    <message>
        <source>Reque&amp;sts</source>
        <translation>&amp;Requêtes</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Graphique</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Désactivée</translation>
    </message>
    <message>
        <source>Every &amp;hour</source>
        <translation>Toutes les &amp;heures</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Chaque minute (%n)</numerusform>
            <numerusform>Toutes les %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Paramè&amp;tres…</translation>
    </message>
    <message>
        <source>There is no chart on screen yet</source>
        <translation>Aucun graphique à l’écran pour l’instant</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>Undo and the step: &quot;Undo: Hide series&quot;</extracomment>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <extracomment>Redo and the step: &quot;Redo: Hide series&quot;</extracomment>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Export &amp;all…</source>
        <translation>&amp;Tout exporter…</translation>
    </message>
    <message>
        <source>Export &amp;table…</source>
        <translation>Exporter le &amp;tableau…</translation>
    </message>
</context>
<context>
    <name>emberline::CompareCommands</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Co&amp;mpare on or off</source>
        <translation>Co&amp;mparer ou non</translation>
    </message>
    <message>
        <source>Complete periods &amp;only</source>
        <translation>Périodes c&amp;omplètes seulement</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
</context>
<context>
    <name>emberline::CompareEditor</name>
    <message>
        <source>Match weekdays</source>
        <translation>Aligner les jours de la semaine</translation>
    </message>
    <message>
        <source>Complete periods only</source>
        <translation>Périodes complètes seulement</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Start of the earlier period</source>
        <translation>Début de la période antérieure</translation>
    </message>
    <message>
        <source>Number of earlier periods</source>
        <translation>Nombre de périodes antérieures</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>an earlier period, on a date</comment>
        <translation>À partir du</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Périodes</translation>
    </message>
</context>
<context>
    <name>emberline::ConnectDialog</name>
    <message>
        <source>Edit connection</source>
        <translation>Modifier la connexion</translation>
    </message>
    <message>
        <source>Connect to Braze</source>
        <translation>Se connecter à Braze</translation>
    </message>
    <message>
        <source>Permissions found</source>
        <translation>Autorisations trouvées</translation>
    </message>
    <message>
        <source>Save &amp;without testing</source>
        <translation>Enregistrer s&amp;ans tester</translation>
    </message>
    <message>
        <source>Save without testing</source>
        <translation>Enregistrer sans tester</translation>
    </message>
    <message>
        <source>Copy the permission list</source>
        <translation>Copier la liste des autorisations</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Save and open</source>
        <translation>Enregistrer et &amp;ouvrir</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Enregistrer et ouvrir</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>test en cours…</translation>
    </message>
    <message>
        <source>tested just now, %1 ms</source>
        <translation>testé à l’instant, %1 ms</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>emberline::ConnectForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Shown in Braze beside your API keys</source>
        <translation>Affiché dans Braze à côté de vos clés API</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpoint</translation>
    </message>
    <message>
        <source>Stored in your system keychain, never in a file</source>
        <translation>Enregistrée dans le trousseau système, jamais dans un fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clé API</translation>
    </message>
    <message>
        <source>When a Braze day ends</source>
        <translation>Détermine la fin d’une journée Braze</translation>
    </message>
    <message>
        <source>&amp;Week starts</source>
        <translation>Début de &amp;semaine</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <source>ACME Production</source>
        <translation>ACME Production</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Arrêter le test</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>Donnez un nom à l’espace de travail.</translation>
    </message>
    <message>
        <source>Choose a time zone of the list.</source>
        <translation>Choisissez un fuseau horaire de la liste.</translation>
    </message>
    <message>
        <source>This workspace needs a key: there is none, or it can&apos;t be read. Paste the API key that you made in Braze.</source>
        <translation>Cet espace a besoin d’une clé&#xa0;: il n’y en a pas, ou elle est illisible. Collez la clé d’API que vous avez créée dans Braze.</translation>
    </message>
</context>
<context>
    <name>emberline::ConnectSentences</name>
    <message>
        <source>counts over time, required</source>
        <translation>nombres dans le temps, obligatoire</translation>
    </message>
    <message>
        <source>event names in the picker</source>
        <translation>noms des événements à choisir</translation>
    </message>
    <message>
        <source>segment names in the picker</source>
        <translation>noms des segments à choisir</translation>
    </message>
    <message>
        <source>Add it to the key in Braze. There are no counts without it.</source>
        <translation>Ajoutez-la à la clé dans Braze. Sans elle, aucun nombre.</translation>
    </message>
    <message>
        <source>Add it to the key in Braze, or type event names by hand.</source>
        <translation>Ajoutez-la à la clé dans Braze, ou saisissez les noms d’événements à la main.</translation>
    </message>
    <message>
        <source>Add it to the key in Braze, or paste segment IDs by hand.</source>
        <translation>Ajoutez-la à la clé dans Braze, ou collez les ID de segments à la main.</translation>
    </message>
    <message>
        <source>Choose the endpoint of your Braze instance.</source>
        <translation>Choisissez l’endpoint de votre instance Braze.</translation>
    </message>
    <message>
        <source>This is no host. An endpoint looks like rest.iad-01.braze.com.</source>
        <translation>Ce n’est pas un hôte. Un endpoint ressemble à rest.iad-01.braze.com.</translation>
    </message>
    <message>
        <source>An endpoint begins with https. The key would travel unprotected.</source>
        <translation>Un endpoint commence par https. Sinon, la clé circulerait sans protection.</translation>
    </message>
    <message>
        <source>Only the host, please: nothing after it, no user name.</source>
        <translation>L’hôte seul&#xa0;: rien à la suite, pas de nom d’utilisateur.</translation>
    </message>
    <message>
        <source>This is the SDK endpoint of apps. Use the REST endpoint.</source>
        <translation>C’est l’endpoint SDK des apps. Utilisez l’endpoint REST.</translation>
    </message>
    <message>
        <source>This host only looks like one of Braze&apos;s. The key would go to a stranger.</source>
        <translation>Cet hôte imite seulement ceux de Braze. La clé irait à un inconnu.</translation>
    </message>
    <message>
        <source>Paste the API key that you made in Braze.</source>
        <translation>Collez la clé API créée dans Braze.</translation>
    </message>
    <message>
        <source>A key has no blanks or line breaks. Copy it again from Braze.</source>
        <translation>Une clé ne contient ni espace ni saut de ligne. Copiez-la de nouveau depuis Braze.</translation>
    </message>
    <message numerus="yes">
        <source>A key has at most %Ln character(s). Copy it again from Braze.</source>
        <translation>
            <numerusform>Une clé compte au plus %Ln caractère. Copiez-la de nouveau depuis Braze.</numerusform>
            <numerusform>Une clé compte au plus %Ln caractères. Copiez-la de nouveau depuis Braze.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key has only plain letters, digits and signs. Copy it again from Braze.</source>
        <translation>Une clé ne contient que des lettres sans accent, des chiffres et des signes simples. Copiez-la de nouveau depuis Braze.</translation>
    </message>
    <message>
        <source>Braze did not accept this key. It may belong to another endpoint.</source>
        <translation>Braze n’a pas accepté cette clé. Elle appartient peut-être à un autre endpoint.</translation>
    </message>
    <message>
        <source>The key lacks a permission, or the account is not active.</source>
        <translation>Il manque une autorisation à la clé, ou le compte n’est pas actif.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the endpoint and your connection.</source>
        <translation>%1 est injoignable. Vérifiez l’endpoint et votre connexion.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is. The key was not sent.</source>
        <translation>%1 n’a pas pu prouver son identité. La clé n’a pas été envoyée.</translation>
    </message>
    <message>
        <source>%1 points to another address. The key was not sent there.</source>
        <translation>%1 renvoie vers une autre adresse. La clé n’y a pas été envoyée.</translation>
    </message>
    <message>
        <source>%1 does not know Braze&apos;s REST API. Check the endpoint.</source>
        <translation>%1 ne connaît pas l’API REST de Braze. Vérifiez l’endpoint.</translation>
    </message>
    <message>
        <source>Braze asked us to wait. Test again in a few minutes.</source>
        <translation>Braze nous a demandé de patienter. Testez de nouveau dans quelques minutes.</translation>
    </message>
    <message>
        <source>Braze has a problem (%1). Test again later.</source>
        <translation>Braze rencontre un problème (%1). Testez de nouveau plus tard.</translation>
    </message>
    <message>
        <source>The answer of %1 was not in the expected form. Check the endpoint.</source>
        <translation>La réponse reçue de l’hôte %1 n’a pas la forme attendue. Vérifiez l’endpoint.</translation>
    </message>
    <message>
        <source>The stored key could not be read. Enter the key.</source>
        <translation>La clé enregistrée n’a pas pu être lue. Saisissez-la.</translation>
    </message>
    <message>
        <source>The test did not finish. Test again.</source>
        <translation>Le test ne s’est pas terminé. Testez de nouveau.</translation>
    </message>
    <message>
        <source>The proxy %1 did not accept the name or the password.</source>
        <translation>Le proxy %1 n’a pas accepté le nom ou le mot de passe.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a name and a password.</source>
        <translation>Le proxy %1 demande un nom et un mot de passe.</translation>
    </message>
</context>
<context>
    <name>emberline::DataPage</name>
    <message>
        <source>What is kept of %1 could not be cleared in full.</source>
        <translation>Ce qui est conservé de %1 n’a pas pu être entièrement effacé.</translation>
    </message>
    <message>
        <source>What is kept of %1 could not be cleared: another Emberline is using it. Try again in a moment.</source>
        <translation>Ce qui est conservé de %1 n’a pas pu être effacé&#xa0;: un autre Emberline l’utilise. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>What is kept of %1 could not be cleared: its file cannot be written to.</source>
        <translation>Ce qui est conservé de %1 n’a pas pu être effacé&#xa0;: son fichier ne peut pas être modifié.</translation>
    </message>
    <message>
        <source>What is kept of %1 could not be cleared: the disk is full.</source>
        <translation>Ce qui est conservé de %1 n’a pas pu être effacé&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>What is kept of %1 was written by a newer Emberline. Clear it there.</source>
        <translation>Ce qui est conservé de %1 a été écrit par une version plus récente d’Emberline. Effacez-le là-bas.</translation>
    </message>
    <message>
        <source>What is kept of %1 could not be cleared: its file cannot be used.</source>
        <translation>Ce qui est conservé de %1 n’a pas pu être effacé&#xa0;: son fichier est inutilisable.</translation>
    </message>
    <message>
        <source>What was loaded is kept on this computer: it is there at once the next time, and without a network. Keys are not among it.</source>
        <translation>Ce qui a été chargé est conservé sur cet ordinateur&#xa0;: c’est là tout de suite la prochaine fois, même sans réseau. Les clés n’en font pas partie.</translation>
    </message>
    <message>
        <source>There is no workspace yet, and nothing is kept.</source>
        <translation>Il n’y a pas encore d’espace de travail, et rien n’est conservé.</translation>
    </message>
    <message>
        <source>Kept of each workspace</source>
        <translation>Conservé pour chaque espace de travail</translation>
    </message>
    <message>
        <source>Nothing is kept this time</source>
        <translation>Rien n’est conservé cette fois</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>emberline::DataRow</name>
    <message>
        <source>&amp;Clear…</source>
        <translation>&amp;Effacer…</translation>
    </message>
    <message>
        <source>Clear what is kept of %1</source>
        <extracomment>%1 is the name of a workspace; for screen readers</extracomment>
        <translation>Effacer ce qui est conservé de %1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Rien de conservé</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>Effacement…</translation>
    </message>
    <message>
        <source>Clear %1?</source>
        <extracomment>%1 is an amount of data: &quot;12.3 MB&quot;</extracomment>
        <translation>Effacer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Clear %1 of %2? It can be loaded from Braze again.</source>
        <extracomment>%1 is an amount of data, %2 the name of a workspace; for screen readers</extracomment>
        <translation>Effacer %1 de %2&#x202f;? Les données pourront être rechargées depuis Braze.</translation>
    </message>
</context>
<context>
    <name>emberline::DatasetModel</name>
    <message>
        <source>no value</source>
        <translation>aucune valeur</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>non collecté</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>So far: not a whole day</source>
        <translation>Provisoire&#xa0;: journée incomplète</translation>
    </message>
    <message>
        <source>So far: not a whole hour</source>
        <translation>Provisoire&#xa0;: heure incomplète</translation>
    </message>
    <message>
        <source>Braze sent no value for this day</source>
        <translation>Braze n’a envoyé aucune valeur pour ce jour</translation>
    </message>
    <message>
        <source>Braze sent no value for this hour</source>
        <translation>Braze n’a envoyé aucune valeur pour cette heure</translation>
    </message>
    <message>
        <source>Braze did not track this segment yet</source>
        <translation>Braze ne suivait pas encore ce segment</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken sentence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Semaine du %1</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>chargement…</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>non chargé</translation>
    </message>
    <message>
        <source>So far: not a whole week</source>
        <translation>Jusqu’ici&#xa0;: semaine incomplète</translation>
    </message>
    <message>
        <source>So far: not a whole month</source>
        <translation>Jusqu’ici&#xa0;: mois incomplet</translation>
    </message>
    <message>
        <source>Braze sent no value for this week</source>
        <translation>Braze n’a envoyé aucune valeur pour cette semaine</translation>
    </message>
    <message>
        <source>Braze sent no value for this month</source>
        <translation>Braze n’a envoyé aucune valeur pour ce mois</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Partial: cut by the range</source>
        <translation>Partiel&#xa0;: coupé par la période</translation>
    </message>
    <message>
        <source>Partial: Braze sent no value for some of it</source>
        <translation>Partiel&#xa0;: Braze n’a pas envoyé de valeur pour une partie</translation>
    </message>
    <message>
        <source>Partial: Braze did not track this segment for some of it</source>
        <translation>Partiel&#xa0;: Braze n’a pas suivi ce segment pendant une partie</translation>
    </message>
    <message>
        <source>Partial: some of it is not loaded</source>
        <translation>Partiel&#xa0;: une partie n’est pas chargée</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Pas encore chargé</translation>
    </message>
    <message>
        <source>It could not be loaded</source>
        <translation>N’a pas pu être chargé</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partiel</translation>
    </message>
    <message>
        <source>There is no count to compare with</source>
        <translation>Il n’y a pas de nombre à comparer</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>A count and its date</extracomment>
        <translation>%1 par rapport au %2</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>évolution %1</translation>
    </message>
    <message>
        <source>no change to tell</source>
        <translation>pas d’évolution à indiquer</translation>
    </message>
    <message>
        <source>vs previous</source>
        <translation>vs précédente</translation>
    </message>
    <message>
        <source>%1 vs previous</source>
        <comment>a series</comment>
        <translation>%1 vs précédente</translation>
    </message>
    <message>
        <source>Change from %1</source>
        <translation>Évolution depuis %1</translation>
    </message>
</context>
<context>
    <name>emberline::DatasetTable</name>
    <message>
        <source>Values by time</source>
        <translation>Valeurs dans le temps</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Copier avec les en-têtes</translation>
    </message>
    <message>
        <source>Sort this column ascending</source>
        <translation>Trier cette colonne par ordre croissant</translation>
    </message>
    <message>
        <source>Sort this column descending</source>
        <translation>Trier cette colonne par ordre décroissant</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n semaine</numerusform>
            <numerusform>%n semaines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>emberline::DateCalendar</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
</context>
<context>
    <name>emberline::DetailsView</name>
    <message>
        <source>Details of the error</source>
        <translation>Détails de l’erreur</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Requête et réponse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Errors in Braze&apos;s documentation</source>
        <translation>Les erreurs dans la documentation de Braze</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n tentative</numerusform>
            <numerusform>%n tentatives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::EndpointCombo</name>
    <message>
        <source>Choose your instance, or type its host</source>
        <translation>Choisissez votre instance ou saisissez son hôte</translation>
    </message>
</context>
<context>
    <name>emberline::EventChip</name>
    <message>
        <source>Starred event</source>
        <translation>Événement favori</translation>
    </message>
    <message>
        <source>Recent event</source>
        <translation>Événement récent</translation>
    </message>
</context>
<context>
    <name>emberline::EventListModel</name>
    <message>
        <source>Use “%1” exactly as typed</source>
        <extracomment>%1 is an event&apos;s name</extracomment>
        <translation>Utiliser «&#x202f;%1&#x202f;» tel quel</translation>
    </message>
    <message>
        <source>This key may not list event names (events.list).</source>
        <translation>Cette clé ne permet pas de lister les noms d’événements (events.list).</translation>
    </message>
    <message>
        <source>The event names could not be read.</source>
        <translation>Les noms d’événements n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>The event names have not been read yet.</source>
        <translation>Les noms d’événements n’ont pas encore été lus.</translation>
    </message>
    <message>
        <source>No event in the list has exactly this name.</source>
        <translation>Aucun événement de la liste ne porte exactement ce nom.</translation>
    </message>
    <message>
        <source>This key may no longer list event names (events.list).</source>
        <translation>Cette clé ne peut plus lister les noms d’événements (events.list).</translation>
    </message>
</context>
<context>
    <name>emberline::EventPicker</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Choisir un événement</translation>
    </message>
    <message>
        <source>Remove the star from this event</source>
        <translation>Retirer cet événement des favoris</translation>
    </message>
    <message>
        <source>Star this event</source>
        <translation>Ajouter cet événement aux favoris</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisi</translation>
    </message>
    <message>
        <source>Enter adds an event or takes it away.</source>
        <translation>Entrée ajoute un événement ou le retire.</translation>
    </message>
    <message>
        <source>Enter replaces the event, a tick or %1 adds one.</source>
        <translation>Entrée remplace l’événement, une coche ou %1 en ajoute un.</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Ajouter un événement</translation>
    </message>
</context>
<context>
    <name>emberline::EventPopup</name>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Refresh the list of events</source>
        <translation>Actualiser la liste des événements</translation>
    </message>
</context>
<context>
    <name>emberline::ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>Tout exporter</translation>
    </message>
    <message>
        <source>These files will be written</source>
        <translation>Ces fichiers seront écrits</translation>
    </message>
    <message>
        <source>Files that are made</source>
        <translation>Fichiers créés</translation>
    </message>
    <message>
        <source>Folder for images</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>A file for each picture</source>
        <translation>Un fichier par image</translation>
    </message>
    <message>
        <source>Contact sheet: all of them on one page</source>
        <translation>Planche-contact&#xa0;: toutes sur une page</translation>
    </message>
    <message>
        <source>One PDF with a page each</source>
        <translation>Un PDF avec une page pour chacune</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>L’événement</translation>
    </message>
    <message>
        <source>The segments</source>
        <translation>Les segments</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>Le premier jour</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Le dernier jour</translation>
    </message>
    <message>
        <source>The name of the picture</source>
        <translation>Le nom de l’image</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Insérer %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message numerus="yes">
        <source>Export %n file(s)</source>
        <translation>
            <numerusform>Exporter %n fichier</numerusform>
            <numerusform>Exporter %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them exist(s) and will be replaced.</source>
        <translation>
            <numerusform>%n d’entre eux existe et sera remplacé.</numerusform>
            <numerusform>%n d’entre eux existent et seront remplacés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing has been written.</source>
        <translation>Annulé. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another folder.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas accessible en écriture. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>emberline::ExportDialog</name>
    <message>
        <source>Export image</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>Copier dans le presse-papiers</translation>
    </message>
    <message>
        <source>Folder for images</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Look of the image</source>
        <translation>Aspect de l’image</translation>
    </message>
    <message>
        <source>Remember as default</source>
        <translation>Retenir par défaut</translation>
    </message>
    <message>
        <source>Only one image can be copied: choose “This view”</source>
        <translation>Une seule image peut être copiée&#xa0;: choisissez «&#x202f;Cette vue&#x202f;»</translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s)</source>
        <translation>
            <numerusform>Exporter %n image</numerusform>
            <numerusform>Exporter %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>At this size text would be under 12 px. It is kept at 12 px, so less fits.</source>
        <translation>À cette taille, le texte ferait moins de 12 px. Il est maintenu à 12 px&#xa0;: il y a donc moins de place.</translation>
    </message>
    <message>
        <source>Dark text without a ground can’t be read on dark slides.</source>
        <translation>Un texte sombre sans fond est illisible sur des diapositives sombres.</translation>
    </message>
    <message>
        <source>Light text without a ground can’t be read on light slides and on paper.</source>
        <translation>Un texte clair sans fond est illisible sur des diapositives claires et sur papier.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>file names</comment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” exists. Replace it?</source>
        <translation>«&#x202f;%1&#x202f;» existe. Le remplacer&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names exist. Replace them?</source>
        <translation>
            <numerusform>%n fichier de ces noms existe. Le remplacer&#x202f;?</numerusform>
            <numerusform>%n fichiers de ces noms existent. Les remplacer&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
</context>
<context>
    <name>emberline::FileFields</name>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>Changer de dossier</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another folder.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas accessible en écriture. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>emberline::HeldRange</name>
    <message>
        <source>Nothing of this view is kept on this computer yet.</source>
        <translation>Rien de cette vue n’est encore conservé sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>emberline::KeyEdit</name>
    <message>
        <source>Hide the key</source>
        <translation>Masquer la clé</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
</context>
<context>
    <name>emberline::LastFields</name>
    <message>
        <source>Length of the range</source>
        <translation>Longueur de la période</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>Fin de la période</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>Date and time of the end</source>
        <translation>Date et heure de fin</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>The length must be from 1 to %L1.</source>
        <translation>La durée doit être comprise entre 1 et %L1.</translation>
    </message>
    <message>
        <source>The end can&apos;t lie in the future.</source>
        <translation>La fin ne peut pas être dans le futur.</translation>
    </message>
</context>
<context>
    <name>emberline::LayoutCommands</name>
    <message>
        <source>&amp;Overlay</source>
        <translation>&amp;Superposition</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superposition</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
</context>
<context>
    <name>emberline::LengthBox</name>
    <message numerus="yes">
        <source> hour(s)</source>
        <comment>follows the number in a field</comment>
        <translation>
            <numerusform> heure</numerusform>
            <numerusform> heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>follows the number in a field</comment>
        <translation>
            <numerusform> jour</numerusform>
            <numerusform> jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::LoadingText</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>encore %n s environ</numerusform>
            <numerusform>encore %n s environ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>encore %n min environ</numerusform>
            <numerusform>encore %n min environ</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>En attente jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>Loading, %L1 of %Ln requests</source>
        <translation>
            <numerusform>Chargement, %L1 requête sur %Ln</numerusform>
            <numerusform>Chargement, %L1 requêtes sur %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting until %2, %1 of %Ln requests</source>
        <translation>
            <numerusform>En attente jusqu’à %2, %1 requête sur %Ln</numerusform>
            <numerusform>En attente jusqu’à %2, %1 requêtes sur %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::MainWindow</name>
    <message>
        <source>%1 — Emberline</source>
        <translation>%1 — Emberline</translation>
    </message>
    <message>
        <source>%1 — %2 — Emberline</source>
        <translation>%1 — %2 — Emberline</translation>
    </message>
</context>
<context>
    <name>emberline::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>emberline::NamedIdEditor</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Ajouter&#xa0;: %1</translation>
    </message>
    <message>
        <source>Remove from %1</source>
        <translation>Retirer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>emberline::NamedIdModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>emberline::Obstacles</name>
    <message>
        <source>This workspace needs its key</source>
        <translation>Cet espace de travail a besoin de sa clé</translation>
    </message>
    <message>
        <source>It may be asking for your password. %1 opens as soon as it answers.</source>
        <translation>Il demande peut-être votre mot de passe. %1 s’ouvre dès qu’il répond.</translation>
    </message>
    <message>
        <source>Waiting for the system keyring</source>
        <translation>En attente du trousseau du système</translation>
    </message>
</context>
<context>
    <name>emberline::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>Aucune donnée.</translation>
    </message>
</context>
<context>
    <name>emberline::PanelHeader</name>
    <message>
        <source>Back to all panels</source>
        <translation>Retour à tous les panneaux</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>emberline::PanelNotes</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Annuler le chargement</translation>
    </message>
</context>
<context>
    <name>emberline::PanelReadout</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Copier les valeurs</translation>
    </message>
    <message>
        <source>Pin crosshair</source>
        <translation>Épingler le repère</translation>
    </message>
    <message>
        <source>Point at a panel to read the values of a moment here.</source>
        <translation>Pointez un panneau pour lire ici les valeurs d’un moment.</translation>
    </message>
</context>
<context>
    <name>emberline::PanelsBar</name>
    <message>
        <source>Panel per</source>
        <translation>Panneau par</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Y scale</source>
        <translation>Échelle Y</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propre</translation>
    </message>
    <message>
        <source>Linked crosshair</source>
        <translation>Repère lié</translation>
    </message>
    <message>
        <source>Ghost lines</source>
        <translation>Lignes fantômes</translation>
    </message>
    <message>
        <source>The lines of the other panels behind each; on a shared scale only</source>
        <translation>Les lignes des autres panneaux derrière chacun&#x202f;; sur une échelle commune seulement</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation>Comme choisi</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Période précédente</translation>
    </message>
</context>
<context>
    <name>emberline::PanelsView</name>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>vs %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Biggest rise</source>
        <translation>Plus forte hausse</translation>
    </message>
    <message>
        <source>Biggest fall</source>
        <translation>Plus forte baisse</translation>
    </message>
    <message>
        <source>%1, included in totals</source>
        <translation>%1, inclus dans les totaux</translation>
    </message>
    <message>
        <source>&amp;Back to all panels</source>
        <translation>&amp;Retour à tous les panneaux</translation>
    </message>
    <message>
        <source>&amp;Enlarge</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Show &amp;only this one</source>
        <translation>Afficher &amp;seulement celui-ci</translation>
    </message>
    <message>
        <source>&amp;Hide this one</source>
        <translation>&amp;Masquer celui-ci</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>Move to the &amp;left</source>
        <translation>Déplacer vers la &amp;gauche</translation>
    </message>
    <message>
        <source>Move to the &amp;right</source>
        <translation>Déplacer vers la &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Copy numbers</source>
        <translation>&amp;Copier les valeurs</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>not loaded in full</source>
        <translation>pas entièrement chargé</translation>
    </message>
    <message>
        <source>own scale</source>
        <translation>échelle propre</translation>
    </message>
</context>
<context>
    <name>emberline::PermissionList</name>
    <message>
        <source>Permissions found</source>
        <translation>Autorisations trouvées</translation>
    </message>
</context>
<context>
    <name>emberline::PermissionRow</name>
    <message>
        <source>not tested</source>
        <translation>non testée</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>accordée</translation>
    </message>
    <message>
        <source>could not be tested</source>
        <translation>test impossible</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 is a permission (&quot;events.list&quot;), %2 &quot;allowed&quot;, %3 what it is for; for screen readers</extracomment>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
</context>
<context>
    <name>emberline::PictureActions</name>
    <message>
        <source>Copied %1 × %2 px</source>
        <translation>Image copiée, %1 × %2 px</translation>
    </message>
    <message>
        <source>The brand kit is damaged and is not used. Set it again in the settings.</source>
        <translation>La charte est endommagée et n’est pas utilisée. Définissez-la à nouveau dans les réglages.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
</context>
<context>
    <name>emberline::PictureForm</name>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>Cette vue</translation>
    </message>
    <message>
        <source>Each panel</source>
        <translation>Chaque panneau</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Slide 1920 × 1080</source>
        <translation>Diapositive 1920 × 1080</translation>
    </message>
    <message>
        <source>Document 1600 × 900</source>
        <translation>Document 1600 × 900</translation>
    </message>
    <message>
        <source>Square 1080 × 1080</source>
        <translation>Carré 1080 × 1080</translation>
    </message>
    <message>
        <source>As on screen %1 × %2</source>
        <translation>Comme à l’écran %1 × %2</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>SVG and PDF are sharp at every scale</source>
        <translation>SVG et PDF sont nets à toute échelle</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Charte</translation>
    </message>
</context>
<context>
    <name>emberline::PictureOpening</name>
    <message>
        <source>Open an image or a view</source>
        <translation>Ouvrir une image ou une vue</translation>
    </message>
    <message>
        <source>Images and views (%1)</source>
        <translation>Images et vues (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
</context>
<context>
    <name>emberline::PicturePreview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>emberline::PictureSentences</name>
    <message>
        <source>%1 holds a view: %2, as of %3.</source>
        <translation>%1 contient une vue&#xa0;: %2, au %3.</translation>
    </message>
    <message>
        <source>%1 holds a view: %2.</source>
        <translation>%1 contient une vue&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Open a workspace to restore it.</source>
        <translation>Ouvrez un espace pour la restaurer.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>There is no view in %1: it is not an image of Emberline, or was saved without its view.</source>
        <translation>Il n’y a pas de vue dans %1&#xa0;: ce n’est pas une image d’Emberline, ou elle a été enregistrée sans sa vue.</translation>
    </message>
    <message>
        <source>%1 holds no view that can be used.</source>
        <translation>%1 ne contient aucune vue utilisable.</translation>
    </message>
</context>
<context>
    <name>emberline::PictureWordsForm</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Sous-titre</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>End labels</source>
        <translation>Noms des lignes</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Summary numbers</source>
        <translation>Chiffres clés</translation>
    </message>
    <message>
        <source>Embed view settings, so that the image reopens the view</source>
        <translation>Inclure la vue, pour la rouvrir depuis l’image</translation>
    </message>
    <message>
        <source>Words of the title</source>
        <translation>Texte du titre</translation>
    </message>
    <message>
        <source>Words of the subtitle</source>
        <translation>Texte du sous-titre</translation>
    </message>
    <message>
        <source>{range} becomes the dates that are shown</source>
        <translation>{range} devient les dates affichées</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Edit the footnote</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>names event, dates and fetch time</source>
        <translation>événement, dates et heure de lecture</translation>
    </message>
    <message>
        <source>Words of the footnote</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Names and ids of events, apps and segments, and dates; never the key</source>
        <translation>Noms et identifiants des événements, apps et segments, et dates&#x202f;; jamais la clé</translation>
    </message>
    <message>
        <source>Panels have their names above them</source>
        <translation>Les panneaux portent leur nom au-dessus d’eux</translation>
    </message>
</context>
<context>
    <name>emberline::PreviewPane</name>
    <message>
        <source>Size of the preview</source>
        <translation>Taille de l’aperçu</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100&#x202f;%</translation>
    </message>
    <message>
        <source>A pixel of the picture on a pixel of the screen</source>
        <translation>Un pixel de l’image sur un pixel de l’écran</translation>
    </message>
    <message>
        <source>about %1 each</source>
        <translation>environ %1 chacune</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
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
    <name>emberline::ProxyDialog</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;S’identifier</translation>
    </message>
    <message>
        <source>Sign in to the proxy</source>
        <translation>S’identifier auprès du proxy</translation>
    </message>
    <message>
        <source>%1 wants to know who you are. Name and password are kept until you quit, never in a file.</source>
        <translation>%1 veut savoir qui vous êtes. Le nom et le mot de passe sont gardés jusqu’à la fermeture, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>S’identifier</translation>
    </message>
</context>
<context>
    <name>emberline::QueryForm</name>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
</context>
<context>
    <name>emberline::QuerySide</name>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Hide the query</source>
        <translation>Masquer la requête</translation>
    </message>
</context>
<context>
    <name>emberline::RangeCommands</name>
    <message>
        <source>&amp;Previous range</source>
        <translation>Période &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Following range</source>
        <translation>Période &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Période</translation>
    </message>
    <message>
        <source>&amp;Bucket</source>
        <translation>&amp;Intervalle</translation>
    </message>
    <message>
        <source>&amp;Next bucket</source>
        <translation>Intervalle sui&amp;vant</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>emberline::RangeEditor</name>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
</context>
<context>
    <name>emberline::RangeMenu</name>
    <message>
        <source>&amp;Last…</source>
        <comment>so many days or hours, which are asked for next</comment>
        <translation>&amp;Derniers…</translation>
    </message>
    <message>
        <source>&amp;Custom…</source>
        <comment>a range from one date to another</comment>
        <translation>&amp;Personnalisée…</translation>
    </message>
    <message>
        <source>&amp;All that is kept</source>
        <translation>&amp;Tout ce qui est conservé</translation>
    </message>
</context>
<context>
    <name>emberline::RateGauge</name>
    <message>
        <source>More are allowed from %1, %2 (%3)</source>
        <translation>D’autres sont permises à partir de %1, %2 (%3)</translation>
    </message>
    <message>
        <source>resets %1</source>
        <translation>remise à zéro %1</translation>
    </message>
    <message>
        <source>Requests left %1 of %2</source>
        <translation>Requêtes restantes %1 sur %2</translation>
    </message>
    <message>
        <source>Requests left %1</source>
        <translation>Requêtes restantes %1</translation>
    </message>
</context>
<context>
    <name>emberline::RenderCommand</name>
    <message>
        <source>The key of %1 cannot be read from the keychain</source>
        <translation>Impossible de lire la clé pour %1 dans le trousseau</translation>
    </message>
    <message>
        <source>%1 cannot be written to</source>
        <translation>Impossible d’écrire dans %1</translation>
    </message>
    <message>
        <source>There is no workspace %1</source>
        <translation>Aucun espace de travail nommé %1</translation>
    </message>
    <message>
        <source>The keychain does not answer; the key of %1 cannot be read</source>
        <translation>Le trousseau ne répond pas&#x202f;; la clé pour %1 ne peut pas être lue</translation>
    </message>
    <message>
        <source>--ending-at lies in the future; the range ends now</source>
        <translation>--ending-at est dans le futur&#x202f;; la période se termine maintenant</translation>
    </message>
    <message>
        <source>--event does not go with a board: its views have events of their own</source>
        <translation>--event ne va pas avec un tableau de bord&#xa0;: ses vues ont leurs propres événements</translation>
    </message>
    <message>
        <source>%1: nothing of this view could be loaded</source>
        <translation>%1&#xa0;: rien de cette vue n’a pu être chargé</translation>
    </message>
</context>
<context>
    <name>emberline::RequestListModel</name>
    <message>
        <source>from this computer</source>
        <translation>de cet ordinateur</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>Intervalles</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n série</numerusform>
            <numerusform>%n séries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::RequestsView</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Aucune requête</translation>
    </message>
    <message>
        <source>Everything on screen came from this computer.</source>
        <translation>Tout ce qui est affiché vient de cet ordinateur.</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Copier en cURL</translation>
    </message>
    <message>
        <source>Copy X-Request-Id</source>
        <translation>Copier X-Request-Id</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>What is asked of Braze from now on will stand here.</source>
        <translation>Ce qui sera demandé à Braze figurera ici.</translation>
    </message>
    <message>
        <source>Hide the requests</source>
        <translation>Masquer les requêtes</translation>
    </message>
    <message>
        <source>the newest %1</source>
        <translation>les %1 plus récentes</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n commands. Put the key into $BRAZE_API_KEY to run them.</source>
        <translation>
            <numerusform>%n commande copiée. Mettez la clé dans $BRAZE_API_KEY pour l’exécuter.</numerusform>
            <numerusform>%n commandes copiées. Mettez la clé dans $BRAZE_API_KEY pour les exécuter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::SegmentListModel</name>
    <message>
        <source>not tracked</source>
        <translation>non suivi</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Tous les utilisateurs</translation>
    </message>
    <message>
        <source>%1 has no analytics tracking in Braze, so there are no counts for it. Switch it on in the settings of the segment in Braze.</source>
        <extracomment>%1 is a segment&apos;s name</extracomment>
        <translation>%1 n’a pas de suivi d’analyse dans Braze, donc pas de nombres. Activez-le dans les réglages du segment dans Braze.</translation>
    </message>
</context>
<context>
    <name>emberline::SegmentPicker</name>
    <message>
        <source>Add by ID…</source>
        <translation>Ajouter par ID…</translation>
    </message>
    <message>
        <source>Up to %1 segments can be compared. Untick one to choose another.</source>
        <translation>Vous pouvez comparer jusqu’à %1 segments. Décochez-en un pour en choisir un autre.</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Filter segments</source>
        <translation>Filtrer les segments</translation>
    </message>
    <message>
        <source>Add a segment by its ID</source>
        <translation>Ajouter un segment par son ID</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many segments are chosen, e.g. 3 of 25</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>No match for “%1”. Try fewer letters.</source>
        <translation>Aucun résultat pour «&#x202f;%1&#x202f;». Essayez avec moins de lettres.</translation>
    </message>
    <message>
        <source>This key may not list segments (segments.list). Add them by their ID.</source>
        <translation>Cette clé ne permet pas de lister les segments (segments.list). Ajoutez-les par leur ID.</translation>
    </message>
    <message>
        <source>The segments could not be read.</source>
        <translation>Les segments n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>Refresh the list of segments</source>
        <translation>Actualiser la liste des segments</translation>
    </message>
    <message>
        <source>This key may no longer list segments (segments.list). These are the ones from before.</source>
        <translation>Cette clé ne peut plus lister les segments (segments.list). Voici ceux d’avant.</translation>
    </message>
    <message>
        <source>The segments could not be read. These are the ones from before.</source>
        <translation>Les segments n’ont pas pu être lus. Voici ceux d’avant.</translation>
    </message>
</context>
<context>
    <name>emberline::Sentences</name>
    <message>
        <source>Braze could not use this request.</source>
        <translation>Braze n’a pas pu utiliser cette requête.</translation>
    </message>
    <message>
        <source>Braze could not use this request: “%1”.</source>
        <translation>Braze n’a pas pu utiliser cette requête&#xa0;: «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>Braze did not accept the key for %1. It may have been deleted or lack a permission.</source>
        <translation>Braze n’a pas accepté la clé pour %1. Elle a peut-être été supprimée, ou il lui manque une autorisation.</translation>
    </message>
    <message>
        <source>The key for %1 lacks a permission. Add it to the key in Braze.</source>
        <translation>Il manque une autorisation à la clé pour %1. Ajoutez-la à la clé dans Braze.</translation>
    </message>
    <message>
        <source>The key for %1 lacks the permission %2. Add it to the key in Braze.</source>
        <translation>Il manque l’autorisation %2 à la clé pour %1. Ajoutez-la à la clé dans Braze.</translation>
    </message>
    <message>
        <source>%1 does not know this request. Check the endpoint; it must match your Braze instance.</source>
        <translation>%1 ne connaît pas cette requête. Vérifiez l’endpoint&#x202f;; il doit correspondre à votre instance Braze.</translation>
    </message>
    <message>
        <source>Braze asked us to wait until %1. Your earlier data stays on screen.</source>
        <translation>Braze nous a demandé de patienter jusqu’à %1. Vos données précédentes restent affichées.</translation>
    </message>
    <message>
        <source>Braze asked us to wait. Your earlier data stays on screen.</source>
        <translation>Braze nous a demandé de patienter. Vos données précédentes restent affichées.</translation>
    </message>
    <message>
        <source>Braze has a problem (%1).</source>
        <translation>Braze rencontre un problème (%1).</translation>
    </message>
    <message>
        <source>Braze has a problem.</source>
        <translation>Braze rencontre un problème.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times.</source>
        <translation>
            <numerusform>%n tentative.</numerusform>
            <numerusform>%n tentatives.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot reach %1. Check the endpoint; it must match your Braze instance.</source>
        <translation>%1 est injoignable. Vérifiez l’endpoint&#x202f;; il doit correspondre à votre instance Braze.</translation>
    </message>
    <message>
        <source>You are offline. Showing data from %1.</source>
        <translation>Vous êtes hors ligne. Données affichées&#xa0;: %1.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>Braze did not answer in time. Nothing was changed.</source>
        <translation>Braze n’a pas répondu à temps. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 sent us on to another address. That was not followed, so that your key stays safe. Check the endpoint.</source>
        <translation>%1 nous a renvoyés vers une autre adresse. Nous ne l’avons pas suivie, pour protéger votre clé. Vérifiez l’endpoint.</translation>
    </message>
    <message>
        <source>The key for %1 could not be read. The keyring is locked, the request was declined, or the key was removed.</source>
        <translation>La clé pour %1 n’a pas pu être lue. Le trousseau est verrouillé, la demande a été refusée ou la clé a été supprimée.</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Modifier la connexion</translation>
    </message>
    <message>
        <source>Change query</source>
        <translation>Modifier la requête</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Saisir la clé</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Use days</source>
        <translation>Passer aux jours</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Connecter…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Use a key for this session</source>
        <translation>Utiliser une clé pour cette session</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Continuer d’attendre</translation>
    </message>
    <message>
        <source>Copy report (without key)</source>
        <translation>Copier le rapport (sans la clé)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>This cannot be asked as it is. Change the query.</source>
        <translation>Cette requête n’est pas possible en l’état. Modifiez-la.</translation>
    </message>
    <message>
        <source>The answer from Braze was not in the expected form. Nothing was changed.</source>
        <translation>La réponse de Braze n’a pas la forme attendue. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The answer from Braze was too large to be read. Nothing was changed.</source>
        <translation>La réponse de Braze est trop volumineuse pour être lue. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>Le chargement a été annulé.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Le fichier n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>(in %1)</source>
        <translation>(dans %1)</translation>
    </message>
    <message>
        <source>Braze asked us to wait. Trying again at %1 %2. Your earlier data stays on screen.</source>
        <translation>Braze nous a demandé de patienter. Nouvel essai à %1 %2. Vos données précédentes restent affichées.</translation>
    </message>
    <message>
        <source>%1 could not be loaded.</source>
        <translation>Échec du chargement&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation>Impossible d’écrire dans %1.</translation>
    </message>
    <message>
        <source>Demo data. Connect your workspace when ready.</source>
        <translation>Données de démo. Connectez votre espace de travail quand vous voulez.</translation>
    </message>
    <message>
        <source>Choose an event first.</source>
        <translation>Choisissez d’abord un événement.</translation>
    </message>
    <message>
        <source>The name of the event is empty.</source>
        <translation>Le nom de l’événement est vide.</translation>
    </message>
    <message numerus="yes">
        <source>The name of the event is longer than %n characters.</source>
        <translation>
            <numerusform>Le nom de l’événement dépasse %n caractère.</numerusform>
            <numerusform>Le nom de l’événement dépasse %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one segment, or all users.</source>
        <translation>Choisissez au moins un segment, ou tous les utilisateurs.</translation>
    </message>
    <message>
        <source>Try deleting again</source>
        <translation>Réessayer de supprimer</translation>
    </message>
    <message>
        <source>Delete anyway</source>
        <translation>Supprimer quand même</translation>
    </message>
    <message>
        <source>The proxy %1 did not accept the name or the password.</source>
        <translation>Le proxy %1 n’a pas accepté le nom ou le mot de passe.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a name and a password.</source>
        <translation>Le proxy %1 demande un nom et un mot de passe.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>S’identifier…</translation>
    </message>
    <message>
        <source>The range ends before it starts.</source>
        <translation>La période finit avant de commencer.</translation>
    </message>
    <message>
        <source>The range starts in the future.</source>
        <translation>La période commence dans le futur.</translation>
    </message>
    <message>
        <source>Hours can be shown only of hours.</source>
        <translation>Les heures ne peuvent être montrées que si elles sont demandées.</translation>
    </message>
    <message>
        <source>Load the rest</source>
        <translation>Charger le reste</translation>
    </message>
    <message>
        <source>Not all of this range is loaded.</source>
        <translation>Cette période n’est pas entièrement chargée.</translation>
    </message>
    <message numerus="yes">
        <source>The length must be from 1 to %Ln.</source>
        <translation>
            <numerusform>La longueur doit être de 1 à %Ln.</numerusform>
            <numerusform>La longueur doit être de 1 à %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Commencer plus tard</translation>
    </message>
    <message>
        <source>Start at %1</source>
        <translation>Commencer au %1</translation>
    </message>
    <message>
        <source>Restore view</source>
        <translation>Restaurer la vue</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln series loaded.</source>
        <translation>
            <numerusform>Série chargée&#xa0;: %L1 sur %Ln.</numerusform>
            <numerusform>Séries chargées&#xa0;: %L1 sur %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln others could not be loaded.</source>
        <translation>
            <numerusform>Échec du chargement&#xa0;: %1 et %Ln autre.</numerusform>
            <numerusform>Échec du chargement&#xa0;: %1 et %Ln autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln hours unreadable.</source>
        <translation>
            <numerusform>Heure illisible&#xa0;: %L1 sur %Ln.</numerusform>
            <numerusform>Heures illisibles&#xa0;: %L1 sur %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln days unreadable.</source>
        <translation>
            <numerusform>Jour illisible&#xa0;: %L1 sur %Ln.</numerusform>
            <numerusform>Jours illisibles&#xa0;: %L1 sur %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests per series</source>
        <translation>
            <numerusform>%Ln requête par série</numerusform>
            <numerusform>%Ln requêtes par série</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That makes %Ln in all.</source>
        <translation>
            <numerusform>Cela fait %Ln en tout.</numerusform>
            <numerusform>Cela fait %Ln en tout.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hours for %Ln days need %1.</source>
        <translation>
            <numerusform>Par heure, %Ln jour demande %1.</numerusform>
            <numerusform>Par heure, %Ln jours demandent %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days need %1.</source>
        <translation>
            <numerusform>%Ln jour demande %1.</numerusform>
            <numerusform>%Ln jours demandent %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>emberline::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Charte</translation>
    </message>
</context>
<context>
    <name>emberline::SpanFields</name>
    <message>
        <source>Start of the range</source>
        <translation>Début de la période</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>Fin de la période</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a date</comment>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <comment>a date</comment>
        <translation>À</translation>
    </message>
    <message>
        <source>The end can&apos;t lie in the future.</source>
        <translation>La fin ne peut pas être dans le futur.</translation>
    </message>
</context>
<context>
    <name>emberline::StatusLine</name>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Braze workspace days end in %1</source>
        <translation>Journées de l’espace de travail Braze&#xa0;: %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Without an accepted key</source>
        <translation>Sans clé acceptée</translation>
    </message>
</context>
<context>
    <name>emberline::StoreSentences</name>
    <message>
        <source>A workspace needs a name.</source>
        <translation>Un espace de travail doit avoir un nom.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n character(s).</source>
        <translation>
            <numerusform>Un nom a au plus %n caractère.</numerusform>
            <numerusform>Un nom a au plus %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another workspace has this name.</source>
        <translation>Un autre espace de travail porte ce nom.</translation>
    </message>
    <message>
        <source>This name means the demo. Choose another one.</source>
        <translation>Ce nom désigne la démo. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Another window is changing the workspaces. Nothing was changed here; try it again.</source>
        <translation>Une autre fenêtre modifie les espaces de travail. Rien n’a été modifié ici&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>A newer Emberline wrote the list of workspaces, so this one cannot change it.</source>
        <translation>Une version plus récente d’Emberline a écrit la liste des espaces de travail&#xa0;: celle-ci ne peut pas la modifier.</translation>
    </message>
    <message>
        <source>The list of workspaces cannot be read, so it cannot be changed.</source>
        <translation>La liste des espaces de travail ne peut pas être lue, donc pas modifiée.</translation>
    </message>
    <message>
        <source>%1 is no longer there. It may have been deleted in another window.</source>
        <translation>%1 n’existe plus. Il a peut-être été supprimé dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>%1 cannot be saved as it is.</source>
        <translation>%1 ne peut pas être enregistré tel quel.</translation>
    </message>
    <message>
        <source>There is no workspace called %1.</source>
        <translation>Il n’y a pas d’espace de travail nommé %1.</translation>
    </message>
    <message>
        <source>This workspace is no longer there. It may have been deleted in another window.</source>
        <translation>Cet espace de travail n’existe plus. Il a peut-être été supprimé dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>The demo cannot be started on this computer.</source>
        <translation>La démo ne peut pas démarrer sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>%1 is not a view of Emberline.</source>
        <translation>%1 n’est pas une vue d’Emberline.</translation>
    </message>
</context>
<context>
    <name>emberline::SummaryCell</name>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Tout réafficher</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Seulement %1</translation>
    </message>
</context>
<context>
    <name>emberline::SummaryStrip</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
</context>
<context>
    <name>emberline::TableBar</name>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Filtrer les lignes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the selected cells, or else the whole table</source>
        <translation>Copier les cellules sélectionnées, sinon tout le tableau</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>Exporter le tableau…</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Exporter le tableau</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>Afficher le tableau</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>Masquer le tableau</translation>
    </message>
</context>
<context>
    <name>emberline::TableDelegate</name>
    <message>
        <source>so far</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partiel</translation>
    </message>
    <message>
        <source>partial, so far</source>
        <translation>partiel, provisoire</translation>
    </message>
</context>
<context>
    <name>emberline::TableExportDialog</name>
    <message>
        <source>Export table</source>
        <translation>Exporter le tableau</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>CSV, wide</source>
        <comment>a column per series</comment>
        <translation>CSV large</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <comment>a row per value</comment>
        <translation>CSV long</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>A column per series</source>
        <translation>Une colonne par série</translation>
    </message>
    <message>
        <source>A row per value</source>
        <translation>Une ligne par valeur</translation>
    </message>
    <message>
        <source>A workbook (XLSX) with real dates and numbers</source>
        <translation>Un classeur (XLSX) avec de vraies dates et de vrais nombres</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the character</comment>
        <translation>Tabulation</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>Point</source>
        <comment>decimal mark</comment>
        <translation>Point</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Local</source>
        <comment>dates as the system writes them</comment>
        <translation>Locales</translation>
    </message>
    <message>
        <source>As the table shows it</source>
        <translation>Comme le tableau l’affiche</translation>
    </message>
    <message>
        <source>Sorted and filtered like it, without hidden series</source>
        <translation>Trié et filtré comme lui, sans les séries masquées</translation>
    </message>
    <message>
        <source>Column “incomplete”</source>
        <translation>Colonne «&#x202f;incomplete&#x202f;»</translation>
    </message>
    <message>
        <source>Byte order mark, for Excel</source>
        <translation>Marque d’ordre des octets, pour Excel</translation>
    </message>
    <message>
        <source>Raw names</source>
        <translation>Noms bruts</translation>
    </message>
    <message>
        <source>Otherwise names that a spreadsheet could run as a formula get a leading apostrophe.</source>
        <translation>Sinon, les noms qu’un tableur pourrait exécuter comme formule reçoivent une apostrophe.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rows, columns</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this name is there. It will be replaced.</source>
        <translation>Un fichier de ce nom existe. Il sera remplacé.</translation>
    </message>
    <message>
        <source>Sheets: %1</source>
        <translation>Feuilles&#xa0;: %1</translation>
    </message>
    <message>
        <source>Folder for tables</source>
        <translation>Dossier des tableaux</translation>
    </message>
    <message>
        <source>The workbook could not be made: there is no room for it on the disk, or it has too many rows.</source>
        <translation>Le classeur n’a pas pu être créé&#xa0;: il n’y a pas assez de place sur le disque, ou il a trop de lignes.</translation>
    </message>
</context>
<context>
    <name>emberline::TrackingNotice</name>
    <message>
        <source>%1 has been tracked since %2; there is nothing before.</source>
        <translation>%1 est suivi depuis le %2&#x202f;; il n’y a rien avant.</translation>
    </message>
</context>
<context>
    <name>emberline::ViewRender</name>
    <message>
        <source>The earlier period: %1</source>
        <translation>La période antérieure&#xa0;: %1</translation>
    </message>
    <message>
        <source>Braze asked us to wait until %1</source>
        <translation>Braze nous a demandé de patienter jusqu’à %1</translation>
    </message>
    <message>
        <source>The proxy %1 wants a name and a password: put them into http_proxy and https_proxy, as in http://name:password@host:port</source>
        <translation>Le proxy %1 veut un nom et un mot de passe&#xa0;: mettez-les dans http_proxy et https_proxy, comme dans http://nom:motdepasse@hote:port</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n count(s) were too large to draw and were cut</source>
        <translation>
            <numerusform>%1&#xa0;: %n valeur trop grande pour être tracée a été tronquée</numerusform>
            <numerusform>%1&#xa0;: %n valeurs trop grandes pour être tracées ont été tronquées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bucket(s) missing</source>
        <translation>
            <numerusform>%1&#xa0;: %n intervalle manquant</numerusform>
            <numerusform>%1&#xa0;: %n intervalles manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bucket(s) not kept on this computer</source>
        <translation>
            <numerusform>%1&#xa0;: %n intervalle n’est pas conservé sur cet ordinateur</numerusform>
            <numerusform>%1&#xa0;: %n intervalles ne sont pas conservés sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this is kept on this computer</source>
        <translation>Rien de cela n’est conservé sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>emberline::VisionCommands</name>
    <message>
        <source>&amp;Patterns</source>
        <translation>&amp;Motifs</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Aucun</translation>
    </message>
    <message>
        <source>&amp;Protanopia</source>
        <translation>&amp;Protanopie</translation>
    </message>
    <message>
        <source>&amp;Deuteranopia</source>
        <translation>&amp;Deutéranopie</translation>
    </message>
    <message>
        <source>&amp;Tritanopia</source>
        <translation>&amp;Tritanopie</translation>
    </message>
    <message>
        <source>&amp;Colour-vision preview</source>
        <translation>Aperçu de la vision des &amp;couleurs</translation>
    </message>
</context>
<context>
    <name>emberline::WelcomePage</name>
    <message>
        <source>See how your Braze custom events develop</source>
        <translation>Suivez l’évolution de vos événements personnalisés Braze</translation>
    </message>
    <message>
        <source>Compare segments side by side, spot what moved, take the picture into your slides.</source>
        <translation>Comparez les segments côte à côte, repérez ce qui a bougé, placez l’image dans vos présentations.</translation>
    </message>
    <message>
        <source>How to make a key</source>
        <translation>Comment créer une clé</translation>
    </message>
    <message>
        <source>Sample events and segments. Needs no key, and nothing is sent anywhere.</source>
        <translation>Événements et segments d’exemple. Aucune clé requise, et rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Needs your REST endpoint and an API key with the permission events.data_series.</source>
        <translation>Demande votre endpoint REST et une clé API avec l’autorisation events.data_series.</translation>
    </message>
    <message>
        <source>Explore the demo</source>
        <translation>Découvrir la démo</translation>
    </message>
    <message>
        <source>Connect to Braze…</source>
        <translation>Se connecter à Braze…</translation>
    </message>
    <message>
        <source>In Braze, open Settings, then APIs and Identifiers, then the tab API keys.</source>
        <translation>Dans Braze, ouvrez Paramètres, puis API et identifiants, puis l’onglet Clés API.</translation>
    </message>
    <message>
        <source>Create an API key and give it a name that you will recognise, such as Emberline.</source>
        <translation>Créez une clé API et donnez-lui un nom reconnaissable, par exemple Emberline.</translation>
    </message>
    <message>
        <source>Tick the permission events.data_series. Tick events.list and segments.list as well, so that events and segments can be picked by name.</source>
        <translation>Cochez l’autorisation events.data_series. Cochez aussi events.list et segments.list, pour choisir événements et segments par leur nom.</translation>
    </message>
    <message>
        <source>Copy the key, and the REST endpoint that Braze shows beside your API keys.</source>
        <translation>Copiez la clé, et l’endpoint REST que Braze affiche à côté de vos clés API.</translation>
    </message>
    <message>
        <source>Come back here, choose Connect to Braze… and paste both.</source>
        <translation>Revenez ici, choisissez Se connecter à Braze… et collez les deux.</translation>
    </message>
</context>
<context>
    <name>emberline::WorkPage</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Pick an event</source>
        <translation>Choisissez un événement</translation>
    </message>
    <message>
        <source>Choose a custom event to see how often it happened.</source>
        <translation>Choisissez un événement personnalisé pour voir combien de fois il s’est produit.</translation>
    </message>
    <message>
        <source>Choose event</source>
        <translation>Choisir un événement</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Compare groups</source>
        <translation>Comparez des groupes</translation>
    </message>
    <message>
        <source>Add segments to see them next to each other. Only segments with analytics tracking have counts (up to 25 per app).</source>
        <translation>Ajoutez des segments pour les voir côte à côte. Seuls les segments avec suivi d’analyse ont des nombres (25 au plus par app).</translation>
    </message>
    <message>
        <source>Add segments</source>
        <translation>Ajouter des segments</translation>
    </message>
    <message>
        <source>Nothing recorded here</source>
        <translation>Rien d’enregistré ici</translation>
    </message>
    <message>
        <source>Braze has no %1 in %2. The name may be spelt differently, or the event may be new.</source>
        <translation>Braze n’a aucun %1 sur la période %2. Le nom s’écrit peut-être autrement, ou l’événement est nouveau.</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Vérifier l’orthographe</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>Aucune occurrence</translation>
    </message>
    <message>
        <source>Braze counted 0 %1 in %2.</source>
        <translation>Braze a compté 0 %1 sur la période %2.</translation>
    </message>
    <message>
        <source>Widen range</source>
        <translation>Élargir la période</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>All series are hidden</source>
        <translation>Toutes les séries sont masquées</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>emberline::WorkspacesDialog</name>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>Add a workspace</source>
        <translation>Ajouter un espace de travail</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>Modifier la &amp;connexion…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>ID de l’app</translation>
    </message>
    <message>
        <source>In Braze under Settings, APIs and Identifiers: App identifiers. No call lists them.</source>
        <translation>Dans Braze, sous Paramètres, API et identifiants&#xa0;: Identifiants d’app. Aucun appel ne les liste.</translation>
    </message>
    <message>
        <source>Segments by ID</source>
        <translation>Segments par ID</translation>
    </message>
    <message>
        <source>Segment ID</source>
        <translation>ID du segment</translation>
    </message>
    <message>
        <source>For a key without segments.list. In Braze under Settings, APIs and Identifiers: Segment identifiers.</source>
        <translation>Pour une clé sans segments.list. Dans Braze, sous Paramètres, API et identifiants&#xa0;: Identifiants de segment.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>No workspace yet</source>
        <translation>Aucun espace de travail</translation>
    </message>
    <message>
        <source>Connect to Braze to see your own events.</source>
        <translation>Connectez-vous à Braze pour voir vos propres événements.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Sample data on this computer. Nothing is sent anywhere.</source>
        <translation>Données d’exemple sur cet ordinateur. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Delete %1 and its key?</source>
        <translation>Supprimer %1 et sa clé&#x202f;?</translation>
    </message>
</context>
</TS>
