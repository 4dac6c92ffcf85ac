using System.Text.Json.Serialization;

namespace BriefBot.Answers.Ranking;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RankingModel))]
internal sealed partial class RankingModelJson : JsonSerializerContext;
