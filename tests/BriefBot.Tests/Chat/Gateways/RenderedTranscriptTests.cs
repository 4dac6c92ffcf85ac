using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>The scripted conversations with Discord's components.</summary>
public sealed class ComponentsTranscriptTests : TranscriptTests
{
    private protected override Rendering Rendering => Rendering.Components;
}

/// <summary>The scripted conversations with Slack's blocks.</summary>
public sealed class BlocksTranscriptTests : TranscriptTests
{
    private protected override Rendering Rendering => Rendering.Blocks;
}

/// <summary>The scripted conversations on a network without markup.</summary>
public sealed class PlainTranscriptTests : TranscriptTests
{
    private protected override Rendering Rendering => Rendering.Plain;
}
