namespace XacThuc.Matching;

/// <summary>The four mandatory fields of dispatch 9438/BYT-CNTT.</summary>
public enum MandatoryField : byte
{
    /// <summary>Full name (họ và tên).</summary>
    Name,

    /// <summary>Sex (giới tính).</summary>
    Sex,

    /// <summary>Date of birth (ngày sinh).</summary>
    DateOfBirth,

    /// <summary>Personal id or old card number (số định danh, CCCD, CMND).</summary>
    Number,
}
