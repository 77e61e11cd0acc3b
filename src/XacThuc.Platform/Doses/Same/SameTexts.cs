using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Same;

/// <summary>How pairs are called on pages.</summary>
internal static class SameTexts
{
    /// <summary>Where a pair stands.</summary>
    public static (Tone Tone, Bilingual Word) Of(SameState state) => state switch
    {
        SameState.Open => (Tone.Waiting, new("chưa kết luận", "open")),
        SameState.Proposed => (Tone.Late, new("chờ người thứ hai", "a second person is to look")),
        SameState.Joined => (Tone.Right, new("đã gộp", "joined")),
        SameState.Different => (Tone.Plain, new("là hai", "two")),
        SameState.Split => (Tone.Note, new("đã tách lại", "split again")),
    };

    /// <summary>Why it is a pair.</summary>
    public static string Of(SamePair pair) => pair.Kind switch
    {
        SameKind.Doses => Speech.Say("hai mũi trên một hồ sơ", "two doses on one record"),
        SameKind.Records => Speech.Say(
            $"hai hồ sơ có thể của một người ({Shown.Percent(pair.Probability)}), cùng một mũi", $"two records, perhaps one person's ({Shown.Percent(pair.Probability)}), with the same dose"),
    };

    /// <summary>What somebody did.</summary>
    public static string Of(SameAct did) => did switch
    {
        SameAct.Proposed => Speech.Say("Đề nghị gộp", "Proposed to join"),
        SameAct.Confirmed => Speech.Say("Xác nhận, đã gộp", "Confirmed: joined"),
        SameAct.Refused => Speech.Say("Không đồng ý gộp", "Did not agree to join"),
        SameAct.Different => Speech.Say("Kết luận là hai", "Said that they are two"),
        SameAct.Split => Speech.Say("Tách lại như cũ", "Split again, as it was"),
    };
}
