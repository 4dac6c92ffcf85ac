using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace BriefBot;

/// <summary>The texts that the bot says, from <c>BotTexts.resx</c>: English, whatever the culture of the process.</summary>
internal static class BotTexts
{
    private static readonly ResourceManager Texts = new("BriefBot.BotTexts", typeof(BotTexts).Assembly);

    /// <summary>The folder has not been read yet.</summary>
    public static string StillReading => Text();

    /// <summary>Some files have not been read yet.</summary>
    public static string StillReadingSome => Text();

    /// <summary>The index was damaged.</summary>
    public static string IndexBuiltAnew => Text();

    /// <summary>The index can't be read.</summary>
    public static string IndexUnavailable => Text();

    /// <summary>The folder can't be read.</summary>
    public static string FolderCannotBeRead => Text();

    /// <summary>There is no folder.</summary>
    public static string FolderMissing => Text();

    /// <summary>Says that the folder can't be read, or the index can't be written, and that answers come from the last reading.</summary>
    public static string FolderGone => Text();

    /// <summary>Says that the store can't be written and that changes are kept in memory.</summary>
    public static string MemoryNotWritten => Text();

    /// <summary>The folder holds nothing.</summary>
    public static string FolderEmpty => Text();

    /// <summary>Before a sentence that settles a question.</summary>
    public static string Yes => Text();
    public static string No => Text();

    /// <summary>Introduces passages that may not answer the question.</summary>
    public static string NotSure => Text();

    /// <summary>Nothing in the folder answers.</summary>
    public static string FolderDoesNotSay => Text();

    /// <summary>Nothing was found yet, and a model is asked.</summary>
    public static string LookingFurther => Text();

    /// <summary>Before the passages that come closest.</summary>
    public static string Closest => Text();

    /// <summary>The message holds no words.</summary>
    public static string NothingAsked => Text();

    /// <summary>Too many questions wait.</summary>
    public static string Busy => Text();

    /// <summary>On the button that shows the passages.</summary>
    public static string ShowPassages => Text();

    /// <summary>Label of the button that shows the closest passages.</summary>
    public static string ShowClosest => Text();

    /// <summary>Says that quotes are no longer in the articles.</summary>
    public static string QuotesGone(int count) => Format([count]);

    /// <summary>On the button that takes an answer back.</summary>
    public static string Delete => Text();

    /// <summary>On the button that asks to be told of an answer.</summary>
    public static string TellMe => Text();

    /// <summary>Somebody will be told of an answer.</summary>
    public static string WillTell => Text();

    /// <summary>Before an answer to a question that was refused earlier.</summary>
    public static string AnswersNow => Text();

    /// <summary>Before the answers whose source has changed, in the weekly message to the editors.</summary>
    public static string DigestChanged(int answers) => Format([answers]);

    /// <summary>On the button that passes a question to the editors.</summary>
    public static string AskEditors => Text();

    /// <summary>A question was passed to the editors.</summary>
    public static string EditorsAsked => Text();

    /// <summary>A question was passed to the editors before.</summary>
    public static string EditorsAskedAlready => Text();

    /// <summary>A question can't be passed to the editors.</summary>
    public static string EditorsNotAsked => Text();

    /// <summary>Before a question in the editors' channel.</summary>
    public static string EditorsQuestion => Text();

    /// <summary>Before the closest article of a question in the editors' channel.</summary>
    public static string EditorsClosest => Text();

    /// <summary>Tells editors how to answer.</summary>
    public static string EditorsReplyHere => Text();

    /// <summary>Before an editor's answer.</summary>
    public static string EditorAnswers => Text();

    /// <summary>Tells an editor that their answer was passed on, before it as an article.</summary>
    public static string EditorPassedOn => Text();

    /// <summary>Begins the weekly message to the editors.</summary>
    public static string Digest(int questions) => Format([questions]);

    /// <summary>Ends the weekly message to the editors where there are more groups of questions.</summary>
    public static string DigestMore(int groups) => Format([groups]);

    /// <summary>On the button that votes for an answer.</summary>
    public static string VoteUp => Text();

    /// <summary>On the button that votes against an answer.</summary>
    public static string VoteDown => Text();

    /// <summary>A vote was recorded.</summary>
    public static string VoteTaken => Text();

    /// <summary>A vote against an answer was recorded; the reasons follow as buttons.</summary>
    public static string VoteWhy => Text();

    /// <summary>A vote can't be recorded.</summary>
    public static string VoteNotKept => Text();

    /// <summary>A reason of a vote: the answer is wrong.</summary>
    public static string VoteWrong => Text();

    /// <summary>A reason of a vote: the answer is to another question.</summary>
    public static string VoteNotAsked => Text();

    /// <summary>A reason of a vote: the answer is out of date.</summary>
    public static string VoteOutdated => Text();

    /// <summary>A reason of a vote: something is missing.</summary>
    public static string VoteMissing => Text();

    /// <summary>Tells a person that they may not delete the reply.</summary>
    public static string MayNotDelete => Text();

    /// <summary>Tells a person that the bot may not write in the channel where they asked.</summary>
    public static string MayNotWrite => Text();

    /// <summary>How the bot is, where nothing is wrong.</summary>
    public static string StatusWell => Text();

    /// <summary>How the bot is, where something is wrong; the lines below say what.</summary>
    public static string StatusNotWell => Text();

    /// <summary>Files are being read.</summary>
    public static string StatusReading => Text();

    /// <summary>A chat network is connected.</summary>
    public static string StatusConnected(string network) => Format([network]);

    /// <summary>A chat network is not connected.</summary>
    public static string StatusAway(string network) => Format([network]);

    /// <summary>Tells who may see and change the settings.</summary>
    public static string MayNotSet => Text();

    /// <summary>Above the settings of a server.</summary>
    public static string SettingsNow => Text();

    /// <summary>Above the settings of a server after a change.</summary>
    public static string SettingsChanged => Text();

    /// <summary>Says that settings can't be kept.</summary>
    public static string SettingsNotKept => Text();

    /// <summary>Gives the channels where the bot may be asked.</summary>
    public static string SettingsPlaces(string names) => Format([names]);

    /// <summary>Says that the bot may be asked in every channel.</summary>
    public static string SettingsAnywhere => Text();

    /// <summary>A button that asks for what is wrong with an answer.</summary>
    public static string VoteComment => Text();

    /// <summary>A button that sends a form.</summary>
    public static string Send => Text();

    /// <summary>A button that closes a form.</summary>
    public static string Cancel => Text();

    /// <summary>The title of a form for what is wrong with an answer.</summary>
    public static string VoteCommentTitle => Text();

    /// <summary>The label of the text in that form.</summary>
    public static string VoteCommentLabel => Text();

    /// <summary>Gives the roles and people who may ask.</summary>
    public static string SettingsAuthors(string names) => Format([names]);

    /// <summary>Says that everybody may ask.</summary>
    public static string SettingsAnybody => Text();

    /// <summary>Says that the bot answers messages addressed to it.</summary>
    public static string ListensToMentions => Text();

    /// <summary>Says that the bot answers commands alone.</summary>
    public static string ListensToCommands => Text();

    /// <summary>Says that the bot answers all messages.</summary>
    public static string ListensToEverything => Text();

    /// <summary>Says that answers are replies.</summary>
    public static string AnswersInReply => Text();

    /// <summary>Says that answers are given in threads.</summary>
    public static string AnswersInThread => Text();

    /// <summary>A button that marks a post as answered.</summary>
    public static string Solves => Text();

    /// <summary>The post is marked as answered.</summary>
    public static string Solved => Text();

    /// <summary>Only some may mark a post.</summary>
    public static string MayNotSolve => Text();

    /// <summary>A button that shows a private answer to all.</summary>
    public static string ShowToAll => Text();

    /// <summary>A private answer is not kept any more.</summary>
    public static string NotKept => Text();

    /// <summary>The title of a window with passages.</summary>
    public static string Passages => Text();

    /// <summary>A button that closes a window.</summary>
    public static string Close => Text();

    /// <summary>Status while an answer is sought; the bot's name is before it.</summary>
    public static string IsLooking => Text();

    /// <summary>Above suggested questions.</summary>
    public static string TryThese => Text();

    /// <summary>Before the list of the articles.</summary>
    public static string Sources(int count) => count == 0 ? FolderEmpty : Format([count]);

    /// <summary>Follows the first items of an article's list when there are more.</summary>
    public static string ItemsLeft(int count) => Format([count]);

    /// <summary>Follows a list of which not all entries are shown.</summary>
    public static string AndMore(int count) => Format([count]);

    /// <summary>Marks an article that can no longer be read.</summary>
    public static string Stale => Text();

    /// <summary>Marks a file that is not read.</summary>
    public static string Unread => Text();

    /// <summary>An author asks too often.</summary>
    public static string TooFast(int seconds) => Format([seconds]);

    /// <summary>All in a channel ask too often together.</summary>
    public static string ChannelTooFast(int seconds) => Format([seconds]);

    /// <summary>Not there, or not that person.</summary>
    public static string NotAllowed => Text();

    /// <summary>A message was missed and is too old to be answered.</summary>
    public static string Late => Text();

    /// <summary>The service ends.</summary>
    public static string Stopping => Text();

    /// <summary>An error of ours.</summary>
    public static string Failed => Text();

    /// <summary>To a greeting.</summary>
    public static string Greeting => Text();

    /// <summary>To thanks.</summary>
    public static string Welcome => Text();

    /// <summary>To a goodbye.</summary>
    public static string Goodbye => Text();

    /// <summary>To a call for help.</summary>
    public static string Help => Text();

    /// <summary>Before the articles, the newest first.</summary>
    public static string NewestArticles => Text();

    /// <summary>Gives the date of an article.</summary>
    public static string ArticleIsOf(string article, string date) => Format([article, date]);

    /// <summary>An article names no date.</summary>
    public static string ArticleHasNoDate(string article) => Format([article]);

    /// <summary>Gives the author of an article.</summary>
    public static string ArticleIsBy(string article, string author) => Format([article, author]);

    /// <summary>An article names no author.</summary>
    public static string ArticleHasNoAuthor(string article) => Format([article]);

    /// <summary>Gives the first paragraph of an article and its location.</summary>
    public static string FirstParagraph(string text, string place) => Format([text, place]);

    /// <summary>Answers a question about what the bot is.</summary>
    public static string Self => Text();

    /// <summary>Answers a question about who runs the bot.</summary>
    public static string Operator => Text();

    /// <summary>Answers a question about whether the bot is there.</summary>
    public static string Here => Text();

    /// <summary>To a yes or an "ok".</summary>
    public static string Acknowledged => Text();

    /// <summary>To a no.</summary>
    public static string Misunderstood => Text();

    /// <summary>Answers a question about languages.</summary>
    public static string Languages => Text();

    /// <summary>Nothing was found for a question in another language.</summary>
    public static string EnglishBest => Text();

    /// <summary>Names other headings on the topic.</summary>
    public static string SeeAlso(string headings) => Format([headings]);

    /// <summary>Names sections that hold for an earlier time.</summary>
    public static string Older(string headings) => Format([headings]);

    /// <summary>Says from how many rows the shown one was chosen.</summary>
    public static string ComparedRows(int count) => Format([count]);

    /// <summary>Introduces passages that contradict a word of the question.</summary>
    public static string SaysInstead(string word) => Format([word]);

    /// <summary>Gives the number of entries of a list or table.</summary>
    public static string CountedItems(int count) => Format([count]);

    /// <summary>Before the sources of the last answer.</summary>
    public static string AnswerSources => Text();

    /// <summary>Refuses a follow-up whose question is not known.</summary>
    public static string LostGround => Text();

    /// <summary>Says that the articles do not contain words of the question.</summary>
    public static string FolderDoesNotMention(string words) => Format([words]);

    /// <summary>Says that the closest passage does not contain words of the question.</summary>
    public static string ClosestDoesNotMention(string words) => Format([words]);

    /// <summary>Says that the articles do not state the property asked for.</summary>
    public static string FolderDoesNotState(string property) => Format([property]);

    /// <summary>Names the parts of the question that were not answered.</summary>
    public static string NothingFoundOn(string parts) => Format([parts]);

    /// <summary>Says that the articles quote nobody of that name on the topic.</summary>
    public static string NothingSaidBy(string name) => Format([name]);

    /// <summary>All that fits was said.</summary>
    public static string NothingMore => Text();

    /// <summary>Says which word a misspelt one was read as.</summary>
    public static string ReadAs(string typed, string meant) => Format([typed, meant]);

    /// <summary>Gives the lines of a quote.</summary>
    public static string Lines(int first, int last) => Format([first, last]);

    /// <summary>Gives the line of a quote.</summary>
    public static string Line(int line) => Format([line]);

    /// <summary>Gives the pages of a quote.</summary>
    public static string Pages(int first, int last) => Format([first, last]);

    /// <summary>Gives the page of a quote.</summary>
    public static string Page(int page) => Format([page]);

    /// <summary>Gives the paragraph of a quote under its heading.</summary>
    public static string Paragraph(int paragraph) => Format([paragraph]);

    /// <summary>The answer was not there in time.</summary>
    public static string TookTooLong(int seconds) => Format([seconds]);

    /// <summary>The message is longer than the limit.</summary>
    public static string TooLong(int limit) => Format([limit]);

    private static string Text([CallerMemberName] string name = "") =>
        Texts.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"BotTexts.resx has no text named {name}.");

    private static string Format(object[] parts, [CallerMemberName] string name = "") =>
        string.Format(CultureInfo.InvariantCulture, Text(name), parts);
}
