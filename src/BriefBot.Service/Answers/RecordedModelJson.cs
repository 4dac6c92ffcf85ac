using System.Text.Json.Serialization;

namespace BriefBot.Service.Answers;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RecordedReply))]
internal sealed partial class RecordedModelJson : JsonSerializerContext;
