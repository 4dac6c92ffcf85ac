namespace BriefBot.Service.Answers;

/// <summary>The purpose of a request to a model; its name is a label in metrics.</summary>
internal enum ModelPurpose
{
    /// <summary>To write an answer.</summary>
    Write,

    /// <summary>To write it again, where the first sentence was not proven.</summary>
    Repair,

    /// <summary>To judge sentences by their passages.</summary>
    Verify,
}
