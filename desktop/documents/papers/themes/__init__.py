"""The paper of 一件事: 主题办理方案, and its picture."""
