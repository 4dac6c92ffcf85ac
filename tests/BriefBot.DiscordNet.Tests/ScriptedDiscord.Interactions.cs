using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>Commands and buttons.</summary>
internal sealed partial class ScriptedDiscord
{
    /// <summary>Somebody uses a command.</summary>
    public Task<string> CommandAsync(string author, string name, params (string Name, JsonNode Value, int Type)[] options) =>
        CommandAsync(author, name, Channel, options);

    /// <summary>Somebody uses a command in one of the thirty channels, <c>200</c> to <c>229</c>.</summary>
    public async Task<string> CommandAsync(
        string author,
        string name,
        string channel,
        params (string Name, JsonNode Value, int Type)[] options
    )
    {
        var interaction = Interaction(
            author,
            2,
            channel,
            new JsonObject
            {
                ["id"] = "555",
                ["name"] = name,
                ["type"] = 1,
                ["options"] = new JsonArray([
                    .. options.Select(option =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["name"] = option.Name,
                                ["type"] = option.Type,
                                ["value"] = option.Value.DeepClone(),
                            }
                    ),
                ]),
            }
        );
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody who may manage the server or not uses a command without options.</summary>
    public async Task<string> CommandAsync(string author, string name, bool isManager)
    {
        var interaction = Interaction(
            author,
            2,
            Channel,
            new JsonObject
            {
                ["id"] = "555",
                ["name"] = name,
                ["type"] = 1,
            }
        );
        if (isManager)
        {
            interaction["member"]!["roles"]!.AsArray().Add(Moderators);
        }

        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Who manages the server uses a part of a command.</summary>
    /// <param name="author">Who.</param>
    /// <param name="name">The command.</param>
    /// <param name="part">Its part.</param>
    /// <param name="options">Their values; of channels, roles and people the ids.</param>
    public async Task<string> PartAsync(string author, string name, string part, params (string Name, string Value, int Type)[] options)
    {
        JsonObject Resolved(int type, Func<string, JsonObject> create) =>
            new(
                options
                    .Where(option => option.Type == type)
                    .Select(option => KeyValuePair.Create(option.Value, (JsonNode?)create(option.Value)))
            );
        var interaction = Interaction(
            author,
            2,
            Channel,
            new JsonObject
            {
                ["id"] = "557",
                ["name"] = name,
                ["type"] = 1,
                ["options"] = new JsonArray(
                    new JsonObject
                    {
                        ["name"] = part,
                        ["type"] = 1,
                        ["options"] = new JsonArray([
                            .. options.Select(option =>
                                (JsonNode)
                                    new JsonObject
                                    {
                                        ["name"] = option.Name,
                                        ["type"] = option.Type,
                                        ["value"] = option.Value,
                                    }
                            ),
                        ]),
                    }
                ),
                ["resolved"] = new JsonObject
                {
                    ["channels"] = Resolved(
                        7,
                        id => new JsonObject
                        {
                            ["id"] = id,
                            ["type"] = 0,
                            ["name"] = "general",
                            ["permissions"] = "0",
                        }
                    ),
                    ["roles"] = Resolved(8, id => DiscordJson.Role(id, "moderators", "8224")),
                    ["users"] = Resolved(6, DiscordJson.User),
                },
            }
        );
        interaction["member"]!["roles"]!.AsArray().Add(Moderators);
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody chooses a command in the menu of a message.</summary>
    public async Task<string> MessageCommandAsync(string author, string name, string messageAuthor, string text)
    {
        var message = DiscordJson.Message(NewId(), messageAuthor, text, Channel);
        var id = message["id"]!.GetValue<string>();
        var interaction = Interaction(
            author,
            2,
            Channel,
            new JsonObject
            {
                ["id"] = "556",
                ["name"] = name,
                ["type"] = 3,
                ["target_id"] = id,
                ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message } },
            }
        );
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody types the option of a command.</summary>
    public async Task<string> TypeAsync(string author, string name, string option, string typed)
    {
        var interaction = Interaction(
            author,
            4,
            Channel,
            new JsonObject
            {
                ["id"] = "555",
                ["name"] = name,
                ["type"] = 1,
                ["options"] = new JsonArray(
                    new JsonObject
                    {
                        ["name"] = option,
                        ["type"] = 3,
                        ["value"] = typed,
                        ["focused"] = true,
                    }
                ),
            }
        );
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody fills in the form that a button opened.</summary>
    public async Task<string> SubmitAsync(string author, SentRequest form, string text)
    {
        var field = form.Body!["data"]!["components"]![0]!["components"]![0]!;
        var interaction = Interaction(
            author,
            5,
            Channel,
            new JsonObject
            {
                ["custom_id"] = form.Body["data"]!["custom_id"]!.DeepClone(),
                ["components"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = 1,
                        ["id"] = 1,
                        ["components"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = 4,
                                ["id"] = 2,
                                ["custom_id"] = field["custom_id"]!.DeepClone(),
                                ["value"] = text,
                            }
                        ),
                    }
                ),
            }
        );
        interaction["message"] = DiscordJson.Message(NewId(), Bot, "", Channel);
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody presses a button under a message that the bot sent.</summary>
    /// <param name="author">Who.</param>
    /// <param name="sent">The message.</param>
    /// <param name="button">Its name.</param>
    /// <param name="role">A role that the author has.</param>
    /// <param name="channel">Where.</param>
    public async Task<string> PressAsync(
        string author,
        SentRequest sent,
        string button = "delete",
        string? role = null,
        string channel = Channel
    )
    {
        var custom = Buttons(sent.Body).Single(id => id.StartsWith(button + ":", StringComparison.Ordinal));
        var interaction = Interaction(author, 3, channel, new JsonObject { ["custom_id"] = custom, ["component_type"] = 2 });
        if (role is not null)
        {
            interaction["member"]!["roles"]!.AsArray().Add(role);
        }

        interaction["message"] = DiscordJson.Message(IdOf(sent), Bot, "", channel);
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    private JsonObject Interaction(string author, int type, string channel, JsonObject data)
    {
        var interaction = DiscordJson.Interaction(NewId(), author, type, channel, data);
        _interactions[interaction["token"]!.GetValue<string>()] = new OpenInteraction();
        return interaction;
    }
}
