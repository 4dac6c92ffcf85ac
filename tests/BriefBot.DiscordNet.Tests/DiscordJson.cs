using System.Globalization;
using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>What Discord says of servers, channels, people and messages, in its words.</summary>
internal static class DiscordJson
{
    public static JsonObject Message(string id, string author, string text, string channel) =>
        new()
        {
            ["id"] = id,
            ["channel_id"] = channel,
            ["author"] = User(author),
            ["content"] = text,
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["pinned"] = false,
            ["type"] = 0,
            ["flags"] = 0,
            ["components"] = new JsonArray(),
        };

    public static JsonObject User(string id) =>
        new()
        {
            ["id"] = id,
            ["username"] = $"user{id}",
            ["discriminator"] = "0",
            ["global_name"] = null,
            ["avatar"] = null,
            ["bot"] = id == ScriptedDiscord.Bot,
        };

    public static JsonObject Application() =>
        new()
        {
            ["id"] = ScriptedDiscord.Bot,
            ["name"] = "bot",
            ["description"] = "",
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = "",
            ["flags"] = 0,
            ["owner"] = User("10"),
            ["team"] = null,
        };

    /// <summary>Where the gateway is, how many shards are recommended, and how many sessions may begin.</summary>
    public static JsonObject BotGateway(string url, int shards) =>
        new()
        {
            ["url"] = url,
            ["shards"] = shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = 1_000,
                ["remaining"] = 999,
                ["reset_after"] = 14_400_000,
                ["max_concurrency"] = 16,
            },
        };

    public static JsonObject DirectChannel(string user) =>
        new()
        {
            ["id"] = "900" + user,
            ["type"] = 1,
            ["recipients"] = new JsonArray(User(user)),
        };

    public static JsonObject Thread(string id, string parent, string name) =>
        new()
        {
            ["id"] = id,
            ["type"] = 11,
            ["guild_id"] = ScriptedDiscord.Server,
            ["parent_id"] = parent,
            ["name"] = name,
            ["owner_id"] = ScriptedDiscord.Bot,
            ["message_count"] = 0,
            ["member_count"] = 1,
            ["thread_metadata"] = new JsonObject
            {
                ["archived"] = false,
                ["auto_archive_duration"] = 1_440,
                ["archive_timestamp"] = "2026-01-01T00:00:00+00:00",
                ["locked"] = false,
            },
        };

    public static JsonObject Interaction(string id, string author, int type, string channel, JsonObject data) =>
        new()
        {
            ["id"] = id,
            ["application_id"] = ScriptedDiscord.Bot,
            ["type"] = type,
            ["token"] = $"token-{id}",
            ["version"] = 1,
            ["guild_id"] = ScriptedDiscord.Server,
            ["channel_id"] = channel,
            ["channel"] = new JsonObject
            {
                ["id"] = channel,
                ["type"] = 0,
                ["guild_id"] = ScriptedDiscord.Server,
                ["name"] = "general",
                ["permissions"] = "0",
            },
            ["app_permissions"] = "0",
            ["locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = ScriptedDiscord.Server },
            ["context"] = 0,
            ["attachment_size_limit"] = 10_000_000,
            ["member"] = new JsonObject
            {
                ["user"] = User(author),
                ["roles"] = new JsonArray(),
                ["joined_at"] = "2020-01-01T00:00:00+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["flags"] = 0,
                ["permissions"] = "0",
            },
            ["data"] = data,
        };

    public static JsonObject Guild(string id = ScriptedDiscord.Server) =>
        new()
        {
            ["id"] = id,
            ["name"] = $"server {id}",
            ["unavailable"] = false,
            ["owner_id"] = "10",
            ["member_count"] = 2,
            ["large"] = false,
            ["roles"] = new JsonArray(
                Role(id, "@everyone", "68608"),
                Role(id == ScriptedDiscord.Server ? ScriptedDiscord.Moderators : id + "1", "moderators", "8224")
            ),
            ["channels"] = new JsonArray([
                new JsonObject
                {
                    ["id"] = id == ScriptedDiscord.Server ? ScriptedDiscord.Forum : "390",
                    ["type"] = 15,
                    ["name"] = "forum",
                    ["position"] = 0,
                    ["permission_overwrites"] = new JsonArray(),
                    ["available_tags"] = new JsonArray(),
                },
                .. (id == ScriptedDiscord.Server ? Enumerable.Range(200, 30) : [300]).Select(channel =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = $"{channel}",
                            ["type"] = 0,
                            ["name"] = $"channel-{channel}",
                            ["position"] = 0,
                            ["permission_overwrites"] = new JsonArray(),
                        }
                ),
            ]),
            ["threads"] = new JsonArray(),
            ["members"] = new JsonArray(
                new JsonObject
                {
                    ["user"] = User(ScriptedDiscord.Bot),
                    ["roles"] = new JsonArray(),
                    ["joined_at"] = "2020-01-01T00:00:00+00:00",
                    ["deaf"] = false,
                    ["mute"] = false,
                    ["flags"] = 0,
                }
            ),
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["features"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["voice_states"] = new JsonArray(),
            ["stage_instances"] = new JsonArray(),
            ["guild_scheduled_events"] = new JsonArray(),
            ["soundboard_sounds"] = new JsonArray(),
            ["joined_at"] = "2020-01-01T00:00:00+00:00",
            ["verification_level"] = 0,
            ["default_message_notifications"] = 0,
            ["explicit_content_filter"] = 0,
            ["mfa_level"] = 0,
            ["system_channel_flags"] = 0,
            ["premium_tier"] = 0,
            ["preferred_locale"] = "en-US",
            ["nsfw_level"] = 0,
            ["premium_progress_bar_enabled"] = false,
            ["afk_timeout"] = 300,
        };

    public static JsonObject Role(string id, string name, string permissions) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["color"] = 0,
            ["hoist"] = false,
            ["position"] = 0,
            ["permissions"] = permissions,
            ["managed"] = false,
            ["mentionable"] = false,
            ["flags"] = 0,
            ["colors"] = new JsonObject { ["primary_color"] = 0 },
        };
}
