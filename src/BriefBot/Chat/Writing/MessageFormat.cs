using System.Globalization;

namespace BriefBot.Chat.Writing;

/// <summary>How long a network's messages may be, and in which markup their length is counted. Thread-safe.</summary>
public sealed class MessageFormat
{
    /// <summary>Shorter messages would hold no sentence with its source.</summary>
    private const int LeastLength = 200;

    /// <param name="markup">The markup of the network's text.</param>
    /// <param name="maxLength">Maximum length of a message, in characters of the markup; 200 or more.</param>
    public MessageFormat(ChatMarkup markup, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, LeastLength);
        (Markup, MaxLength, MaxBlockLength) = (markup, maxLength, maxLength);
    }

    /// <summary>The markup of the network's text.</summary>
    public ChatMarkup Markup { get; }

    /// <summary>Maximum length of a message, in characters of the markup.</summary>
    public int MaxLength { get; }

    /// <summary>Maximum length of one block of it, in characters of the markup.</summary>
    public int MaxBlockLength { get; init; }

    /// <summary>Indicates whether messages have buttons: then the closest passages are behind one.</summary>
    public bool HasActions { get; init; }

    /// <summary>A format without markup.</summary>
    /// <param name="maxLength">Maximum length of a message, in characters; 200 or more.</param>
    public static MessageFormat Plain(int maxLength) => new(new PlainMarkup(), maxLength);

    /// <summary>Returns the content with its buttons as text, which is the same for messages that look the same.</summary>
    internal string Describe(ChatMessage message) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Markup.Write(message)}\n{string.Join('\n', message.Actions)}\n{message.IsPrivate} {message.IsPlain}"
        );
}
