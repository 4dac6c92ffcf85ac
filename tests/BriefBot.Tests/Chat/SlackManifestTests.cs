using System.Text.Json.Nodes;
using BriefBot.Slack;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

/// <summary>The manifest that an operator pastes asks for what the adapter uses, and for nothing else.</summary>
public sealed class SlackManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(File.ReadAllText(Checkout.Path("src/BriefBot.SlackNet/manifest.json")))!;

    [Fact]
    public void ItNamesTheCommandAndTheShortcutThatTheAdapterKnows()
    {
        Assert.Equal(SlackNames.Ask, $"{Assert.Single(Manifest["features"]!["slash_commands"]!.AsArray())!["command"]}");
        Assert.Equal(SlackNames.AnswerThis, $"{Assert.Single(Manifest["features"]!["shortcuts"]!.AsArray())!["callback_id"]}");
    }

    [Fact]
    public void ItAsksForTheScopesThatTheDoctorLooksFor() =>
        Assert.Equal(SlackScopes.Bot, Manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => $"{scope}"));

    [Fact]
    public void ItListensToEachKindOfConversationWithTheScopesForIt()
    {
        string[] scopes = [.. Manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => $"{scope}")];
        foreach (var (place, scope) in new[] { ("channels", "channels"), ("groups", "groups"), ("im", "im"), ("mpim", "mpim") })
        {
            Assert.Contains(
                $"message.{place}",
                Manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(one => $"{one}")
            );
            Assert.Contains($"{scope}:history", scopes);
            Assert.Contains($"{scope}:read", scopes);
        }

        Assert.True(Manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void TextsAreWithinSlacksLimits()
    {
        Assert.InRange($"{Manifest["display_information"]!["name"]}".Length, 1, 35);
        Assert.InRange($"{Manifest["display_information"]!["description"]}".Length, 1, 140);
        Assert.InRange($"{Manifest["features"]!["shortcuts"]![0]!["name"]}".Length, 1, 24);
    }
}
