using System.Text.Json.Nodes;

namespace BriefBot.SlackNet.Tests;

/// <summary>Buttons and forms.</summary>
internal sealed partial class ScriptedSlack
{
    /// <summary>Somebody presses a button below what the bot sent.</summary>
    public async Task<string> PressAsync(string user, SlackRequest sent, string button)
    {
        var trigger = NewTrigger();
        var id = sent.Body!["blocks"]!
            .AsArray()
            .Where(block => $"{block!["type"]}" == "actions")
            .SelectMany(block => block!["elements"]!.AsArray())
            .Select(element => $"{element!["action_id"]}")
            .Single(id => id.StartsWith(button + ":", StringComparison.Ordinal));
        var channel = sent.Body["channel"] is { } known ? $"{known}" : Channel;
        var interaction = Interaction("block_actions", user, trigger, channel);
        interaction["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = sent.Time,
            ["channel_id"] = channel,
            ["is_ephemeral"] = sent.Time is null,
            ["thread_ts"] = sent.Body["thread_ts"]?.DeepClone(),
        };
        interaction["actions"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = id,
                ["block_id"] = "b1",
                ["action_ts"] = NewTime(),
            }
        );
        await SendAsync("interactive", interaction);
        return trigger;
    }

    /// <summary>Somebody fills in the form that a button opened.</summary>
    public Task SubmitAsync(string user, SlackRequest form, string text)
    {
        var view = form.Body!["view"]!;
        var input = view["blocks"]![0]!;
        var interaction = Interaction("view_submission", user, NewTrigger(), Channel);
        interaction.Remove("channel");
        interaction["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["type"] = "modal",
            ["callback_id"] = view["callback_id"]!.DeepClone(),
            ["state"] = new JsonObject
            {
                ["values"] = new JsonObject
                {
                    [$"{input["block_id"]}"] = new JsonObject
                    {
                        [$"{input["element"]!["action_id"]}"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text },
                    },
                },
            },
        };
        return SendAsync("interactive", interaction);
    }
}
