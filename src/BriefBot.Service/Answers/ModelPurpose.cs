namespace BriefBot.Service.Answers;

/// <summary>What a model is asked for. As text in metrics.</summary>
internal enum ModelPurpose
{
    /// <summary>To write an answer.</summary>
    Write,

    /// <summary>To write it again, where the first sentence was not proven.</summary>
    Repair,

    /// <summary>To judge sentences by their passages.</summary>
    Verify,
}
