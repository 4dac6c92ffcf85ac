namespace BriefBot.Chat.Gateways;

/// <summary>A button below a message of the bot was pressed.</summary>
public sealed record PressedAction
{
    /// <summary>The kind of button, one of <see cref="Writing.ActionNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The data of the button.</summary>
    public required string Data { get; init; }

    /// <summary>The text that was typed into the form which the button opened; null where none was opened.</summary>
    public string? Text { get; init; }

    /// <summary>The person who pressed it.</summary>
    public required string Author { get; init; }

    /// <summary>The message with the button as one that can be replied to.</summary>
    public required IncomingMessage Place { get; init; }

    /// <summary>Indicates whether this person may delete messages of others there.</summary>
    public bool MayManage { get; init; }

    /// <summary>Returns the kind and the data of a button from its id, as <see cref="Writing.MessageAction.Id"/> has it.</summary>
    public static (string Name, string Data) ParseId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (id, "") : (id[..colon], id[(colon + 1)..]);
    }
}
