namespace BriefBot.Chat.Servers;

/// <summary>A change of the settings of a server by command. A closed hierarchy.</summary>
public abstract record SettingsChange
{
    private SettingsChange() { }

    /// <summary>Sets how the bot behaves in a channel or thread; what is null stays.</summary>
    /// <param name="Place">The channel or thread.</param>
    /// <param name="Listen">The messages that the bot answers there.</param>
    /// <param name="Answer">The place for answers.</param>
    public sealed record Channel(NamedId Place, ListenTo? Listen, AnswerIn? Answer) : SettingsChange;

    /// <summary>Adds to the lists of where and by whom the bot may be asked; what is null is not added.</summary>
    /// <param name="Place">A channel or thread.</param>
    /// <param name="Role">A role.</param>
    /// <param name="Person">A person.</param>
    public sealed record Allow(NamedId? Place, NamedId? Role, NamedId? Person) : SettingsChange;

    /// <summary>Removes from the lists, and a channel's own settings with it; what is null is not removed.</summary>
    /// <param name="Place">A channel or thread.</param>
    /// <param name="Role">A role.</param>
    /// <param name="Person">A person.</param>
    public sealed record Remove(NamedId? Place, NamedId? Role, NamedId? Person) : SettingsChange;

    /// <summary>Removes all settings of the server.</summary>
    public sealed record Reset : SettingsChange;
}
