using BriefBot.Chat;

namespace BriefBot.DiscordNet;

/// <summary>
/// Custom id of a button: its kind, the author of the question and the question it belongs to. Stays valid after a restart.
/// </summary>
/// <param name="Name">The kind of button.</param>
/// <param name="Author">The author of the question.</param>
/// <param name="Question">The id of the message or the command that asked.</param>
internal sealed record ButtonId(string Name, string Author, string Question)
{
    public static ButtonId Create(string name, IncomingMessage question) => new(name, question.Author, question.Id);

    /// <summary>Null where it is no id of ours.</summary>
    public static ButtonId? Read(string customId) =>
        customId.Split(':') is [var name, var author, var question] ? new ButtonId(name, author, question) : null;

    /// <summary>At the most 100 characters, as Discord wants.</summary>
    public override string ToString() => $"{Name}:{Author}:{Question}";
}
