using System.Text.Json.Serialization;
using BriefBot.Chat.Servers;

namespace BriefBot.Chat.Memory;

/// <summary>Serializes replies and turns for the store. Computed properties are left out.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(RecordedAnswer))]
[JsonSerializable(typeof(Turn[]))]
[JsonSerializable(typeof(ServerSettings))]
internal sealed partial class MemoryJson : JsonSerializerContext;
